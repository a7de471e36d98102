import { type Lane, openLanes } from './lane.ts';
import type { Address, Load } from './load.ts';
import type { LoadPlan } from './load-plan.ts';
import type { Phase } from './phase.ts';
import { SendTimes } from './send-times.ts';

interface TimedLane {
  readonly lane: Lane;
  readonly times: SendTimes;
}

/**
 * Keeps `inFlight` messages under way on each of its connections: for the replies that a read brought, as many new
 * messages leave in one write.
 */
export class ClosedLoop implements Load {
  readonly #address: Address;
  readonly #plan: LoadPlan;
  readonly #lanes: TimedLane[] = [];
  #phase: Phase | undefined;

  private constructor(address: Address, plan: LoadPlan) {
    this.#address = address;
    this.#plan = plan;
  }

  /** @throws Error when a connection cannot be made */
  static async open(address: Address, plan: LoadPlan, connections: number = plan.connections): Promise<ClosedLoop> {
    const loop = new ClosedLoop(address, plan);
    try {
      await loop.grow(connections);
    } catch (error) {
      loop.close();
      throw error;
    }
    return loop;
  }

  /**
   * Opens more connections, until there are so many.
   *
   * @throws Error when one cannot be made
   */
  async grow(connections: number): Promise<void> {
    await openLanes(this.#address, this.#plan, { from: this.#lanes.length, to: connections }, (lane) => {
      const timed: TimedLane = { lane, times: new SendTimes(this.#plan.inFlight) };
      this.#lanes.push(timed);
      lane.onReplies = (whole) => {
        this.#answered(timed, whole);
      };
    });
  }

  async run(phase: Phase): Promise<void> {
    this.#phase = phase;
    for (const timed of this.#lanes) {
      timed.lane.phase = phase;
      this.#send(timed, phase, this.#plan.inFlight);
    }
    await phase.finished;
    this.#phase = undefined;
    for (const { lane } of this.#lanes) lane.phase = undefined;
  }

  close(): void {
    for (const { lane } of this.#lanes) lane.close();
  }

  #send({ lane, times }: TimedLane, phase: Phase, count: number): void {
    const granted = phase.take(count);
    if (granted === 0) return;
    times.sent(granted, performance.now());
    lane.send(granted);
  }

  #answered(timed: TimedLane, whole: number): void {
    const phase = this.#phase;
    if (phase === undefined) return;
    timed.times.answered(whole, performance.now(), phase.latency);
    // First what is sent anew, so that the phase doesn't look finished in between.
    this.#send(timed, phase, whole);
    phase.answered(whole);
  }
}
