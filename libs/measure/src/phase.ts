import { Histogram } from './histogram.ts';
import type { LoadErrors, Limit } from './load-plan.ts';

/** Seconds without any reply after which what is still due counts as lost. */
const patience = 10;

/**
 * A stretch of load: hands out the right to send, counts what came back, and is over when nothing more may be sent and
 * nothing is due. So all that was sent in a phase was answered in it. The first error stops it.
 */
export class Phase {
  replied = 0;
  /** How long replies took, in steps of 100 ns. */
  readonly latency: Histogram = new Histogram();
  /** Whether it was stopped because its time was up. */
  timeIsUp = false;
  readonly finished: Promise<void>;
  /** Resolves when nothing more may be sent, though something may still be due. */
  readonly stopped: Promise<void>;
  #left: number;
  #due = 0;
  readonly #errors = { lost: 0, outOfOrder: 0, corrupted: 0 };
  #first: string | undefined;
  readonly #finish: () => void;
  readonly #sayStopped: () => void;
  readonly #timers: NodeJS.Timeout[] = [];

  constructor(limit: Limit) {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    this.finished = promise;
    const stopped = Promise.withResolvers<undefined>();
    this.stopped = stopped.promise;
    this.#sayStopped = () => {
      stopped.resolve(undefined);
    };
    this.#finish = () => {
      for (const timer of this.#timers) clearTimeout(timer);
      resolve(undefined);
    };
    this.#left = 'messages' in limit ? limit.messages : Infinity;
    if ('duration' in limit) this.#timers.push(setTimeout(this.stop.bind(this), limit.duration));
    this.#watch();
  }

  get errors(): LoadErrors {
    return this.#first === undefined ? this.#errors : { ...this.#errors, first: this.#first };
  }

  /** How many of `wanted` messages may be sent now; from here on they are due. */
  take(wanted: number): number {
    const granted = Math.min(wanted, this.#left);
    this.#left -= granted;
    this.#due += granted;
    if (this.#left === 0) this.#sayStopped();
    return granted;
  }

  answered(messages: number): void {
    this.replied += messages;
    this.#settle(messages);
  }

  /** @param due messages that will not be answered any more */
  failed(kind: 'outOfOrder' | 'corrupted' | 'lost', due: number, what: string): void {
    this.#first ??= what;
    if (kind === 'lost') {
      this.#errors.lost += due;
    } else {
      this.#errors[kind] += 1;
      this.#errors.lost += Math.max(0, due - 1);
    }
    this.#left = 0;
    this.#sayStopped();
    this.#settle(due);
  }

  /** Messages that were granted and will not be sent. */
  givenUp(messages: number): void {
    this.#settle(messages);
  }

  stop(): void {
    this.timeIsUp = true;
    this.#left = 0;
    this.#sayStopped();
    this.#settle(0);
  }

  #settle(messages: number): void {
    this.#due -= messages;
    if (this.#due <= 0 && this.#left === 0) this.#finish();
  }

  /** Counts seconds, and reads no clock: those in which this process was stopped are not held against the server. */
  #watch(): void {
    let replied = 0;
    let silent = 0;
    const timer = setInterval(() => {
      silent = this.replied === replied ? silent + 1 : 0;
      replied = this.replied;
      if (silent >= patience) this.failed('lost', this.#due, `no reply for ${patience} s`);
    }, 1_000);
    this.#timers.push(timer);
  }
}
