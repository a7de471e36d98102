import { Fifo } from './fifo.ts';
import { Histogram } from './histogram.ts';
import { type Lane, openLanes } from './lane.ts';
import type { Address, Load } from './load.ts';
import { type LoadPlan, stepsPerMs } from './load-plan.ts';
import { monotonic } from './monotonic.ts';
import { Pacer } from './pacer.ts';
import type { Phase } from './phase.ts';
import { SendTimes } from './send-times.ts';

/** From this share on that was not sent in time, the rate is not the one that was asked for. */
export const behindFrom = 0.01;

interface Slots {
  readonly lane: Lane;
  /** When its messages were meant to be sent, and when they were. */
  readonly intended: SendTimes;
  readonly sent: SendTimes;
}

/**
 * Sends messages when they are due, whatever the server does, as clients do that know nothing of it. One that is due while
 * all connections have their number in flight waits for the next reply; that it waited counts as latency, which is what a
 * closed loop leaves out (Gil Tene's coordinated omission).
 */
export class OpenLoop implements Load {
  /** From when messages were sent, and how much later than they could have been; in steps of 100 ns, of the last phase. */
  service: Histogram = new Histogram();
  late: Histogram = new Histogram();
  /** Which share of the messages that were due in the last phase still waited to be sent when it was over, 0 to 1. */
  behind = 0;
  readonly #pacer: Pacer;
  /** Connections with room for a message, once for each; the next message goes to the one that has had it longest. */
  readonly #free = new Fifo<{ readonly slots: Slots; readonly since: number }>();
  readonly #slots: Slots[] = [];
  readonly #waiting = new Fifo<number>();
  #due = 0;
  #phase: Phase | undefined;

  private constructor(pacer: Pacer) {
    this.#pacer = pacer;
  }

  /** @throws Error when a connection cannot be made */
  static async open(address: Address, plan: LoadPlan): Promise<OpenLoop> {
    if (plan.arrivals === undefined) throw new RangeError('an open loop needs arrivals');
    const loop = new OpenLoop(await Pacer.open(plan.arrivals));
    try {
      await openLanes(address, plan, { from: 0, to: plan.connections }, (lane) => {
        loop.#add(lane, plan.inFlight);
      });
    } catch (error) {
      await loop.close();
      throw error;
    }
    return loop;
  }

  async run(phase: Phase): Promise<void> {
    this.service = new Histogram();
    this.late = new Histogram();
    this.#due = 0;
    this.#phase = phase;
    for (const { lane } of this.#slots) lane.phase = phase;
    void phase.stopped.then(() => {
      this.#lookBack(phase);
    });
    this.#pacer.begin((moments) => {
      // A message is due from here on, sent or not: the phase isn't over before all of them are answered.
      for (const moment of moments) {
        if (phase.take(1) === 0) break;
        this.#due += 1;
        this.#waiting.add(moment);
      }
      this.#sendWaiting();
    });
    await phase.finished;
    this.#pacer.pause();
    this.#phase = undefined;
    this.#waiting.clear();
    for (const { lane } of this.#slots) lane.phase = undefined;
  }

  async close(): Promise<void> {
    for (const { lane } of this.#slots) lane.close();
    await this.#pacer.close();
  }

  #add(lane: Lane, inFlight: number): void {
    const slots: Slots = { lane, intended: new SendTimes(inFlight), sent: new SendTimes(inFlight) };
    this.#slots.push(slots);
    for (let count = 0; count < inFlight; count++) this.#free.add({ slots, since: 0 });
    lane.onReplies = (whole) => {
      this.#answered(slots, whole);
    };
  }

  #sendWaiting(): void {
    for (let next = this.#free.first; next !== undefined; next = this.#free.first) {
      const moment = this.#waiting.take();
      if (moment === undefined) return;
      this.#free.take();
      const { slots, since } = next;
      const now = monotonic();
      slots.intended.sent(1, moment);
      slots.sent.sent(1, now);
      this.late.record((now - Math.max(moment, since)) * stepsPerMs);
      slots.lane.send(1);
    }
  }

  /** When nothing more is due. What a load that can't be kept up has left over would take long, and tell nothing more. */
  #lookBack(phase: Phase): void {
    this.behind = this.#waiting.size / this.#due || 0;
    if (!phase.timeIsUp || this.behind < behindFrom) return;
    const now = monotonic();
    const left = this.#waiting.size;
    // They would have taken that long at least: to leave them out would flatter the server.
    for (let moment = this.#waiting.take(); moment !== undefined; moment = this.#waiting.take()) {
      phase.latency.record((now - moment) * stepsPerMs);
    }
    phase.givenUp(left);
  }

  #answered(slots: Slots, whole: number): void {
    const phase = this.#phase;
    if (phase === undefined) return;
    const now = monotonic();
    slots.intended.answered(whole, now, phase.latency);
    slots.sent.answered(whole, now, this.service);
    for (let count = 0; count < whole; count++) this.#free.add({ slots, since: now });
    this.#sendWaiting();
    phase.answered(whole);
  }
}
