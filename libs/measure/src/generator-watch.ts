import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { type GeneratorFigures, stepsPerMs } from './load-plan.ts';
import { behindFrom, type OpenLoop } from './open-loop.ts';

/** How often the event loop's delay is looked at, ms: seldom enough to cost nothing. */
const every = 10;

/** From this share on there is no saying whether the generator or the server was the slower one. */
const busyFrom = 0.9;

/** So late, ms, a message may be sent before it counts: what a thread takes to wake up, with room to spare. */
const lateFrom = 1;

/** Watches the load generator, that is this process, until `end`. */
export class GeneratorWatch {
  readonly #cpu = process.cpuUsage();
  readonly #loop = performance.eventLoopUtilization();
  readonly #delay = monitorEventLoopDelay({ resolution: every });

  constructor() {
    this.#delay.enable();
  }

  /** @param open the load, where it was meant to send at certain moments */
  end(open: Pick<OpenLoop, 'late' | 'behind'> | undefined): GeneratorFigures {
    this.#delay.disable();
    const { user, system } = process.cpuUsage(this.#cpu);
    const { utilization } = performance.eventLoopUtilization(this.#loop);
    const behind = open?.behind ?? 0;
    const lateness = (open?.late.percentile(99) ?? 0) / stepsPerMs || 0;
    return {
      cpu: user + system,
      busy: utilization,
      // It counts from timer to timer.
      delay: Math.max(0, this.#delay.percentile(99) / 1e6 - every) || 0,
      late: lateness,
      behind,
      limited: utilization > busyFrom || lateness > lateFrom || behind >= behindFrom,
    };
  }
}
