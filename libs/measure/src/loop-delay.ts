import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Histogram } from './histogram.ts';
import { stepsPerMs } from './load-plan.ts';
import { readLoopLine, sampleEvery } from './loop-line.ts';
import type { ServerSpec } from './server-spec.ts';

/**
 * How late the event loops of a server come to a timer. Nothing outside can see that, so a probe is loaded into the server
 * (loop-probe.ts), which must be Node's, and tells as the server ends. It costs each event loop 100 timers a second: little
 * beside messages that compute, and much beside others.
 */
export class LoopDelay {
  readonly #loops: (readonly number[])[] = [];

  /** The same server with the probe in it. */
  probed(spec: ServerSpec): ServerSpec {
    const probe = pathToFileURL(join(import.meta.dirname, 'loop-probe.ts')).href;
    return { ...spec, env: { ...spec.env, NODE_OPTIONS: `--import=${probe}` } };
  }

  /** Takes each line that the server writes. */
  readonly onLine = (line: string): void => {
    const loop = readLoopLine(line);
    if (loop) this.#loops.push(loop);
  };

  /**
   * The delays of the loop that fared worst, by the 90th percentile, in steps of 100 ns; undefined where there was no loop to
   * look at.
   *
   * @param from when the load began, and `to` when it ended, in ms of monotonic()
   */
  worst(from: number, to: number): Histogram | undefined {
    const loops = this.#loops.map((fired) => delaysOf(fired, from, to)).filter(({ count }) => count > 0);
    return loops.toSorted((a, b) => b.percentile(90) - a.percentile(90))[0];
  }
}

/** How late each timer was that fired in between. */
function delaysOf(fired: readonly number[], from: number, to: number): Histogram {
  const delays = new Histogram();
  for (const [index, at] of fired.entries()) {
    const before = fired[index - 1];
    // It counts from timer to timer.
    if (before !== undefined && before >= from && at <= to) delays.record(Math.max(0, at - before - sampleEvery) * stepsPerMs);
  }
  return delays;
}
