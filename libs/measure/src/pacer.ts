import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { arrivalTimes } from './arrival-times.ts';
import type { Arrivals } from './load-plan.ts';
import { monotonic } from './monotonic.ts';

/** What the pacer's thread is given when it starts, and then for each stretch of load. */
export interface PacerData {
  readonly arrivals: Arrivals;
  readonly shared: SharedArrayBuffer;
}

export interface PacerOrder {
  /** Of the monotonic clock, ms. */
  readonly start: number;
  /** Its turn is over when the cell says otherwise. */
  readonly turn: number;
}

/** The cells that both threads see: whose turn it is, and whether the message that something is due is still unread. */
export const turn = 0;
export const told = 1;

/** Says when messages are due, while the event loop is free to wait for replies. */
export class Pacer {
  readonly #worker: Worker;
  readonly #arrivals: Arrivals;
  readonly #cells: Int32Array;
  #onDue: () => void = () => undefined;

  private constructor(arrivals: Arrivals) {
    const shared = new SharedArrayBuffer(8);
    const data: PacerData = { arrivals, shared };
    this.#arrivals = arrivals;
    this.#cells = new Int32Array(shared);
    this.#worker = new Worker(join(import.meta.dirname, 'pacer-main.ts'), { workerData: data, execArgv: [] });
    this.#worker.on('message', () => {
      Atomics.store(this.#cells, told, 0);
      this.#onDue();
    });
  }

  static async open(arrivals: Arrivals): Promise<Pacer> {
    const pacer = new Pacer(arrivals);
    await once(pacer.#worker, 'message');
    return pacer;
  }

  /** @param onDue is given the moments, on the monotonic clock in ms, that have come since the last time */
  begin(onDue: (moments: readonly number[]) => void): void {
    const start = monotonic();
    const times = arrivalTimes(this.#arrivals);
    let next = start + times.next().value;
    this.#onDue = () => {
      const moments: number[] = [];
      for (const now = monotonic(); next <= now; next = start + times.next().value) moments.push(next);
      if (moments.length > 0) onDue(moments);
    };
    const order: PacerOrder = { start, turn: Atomics.add(this.#cells, turn, 1) + 1 };
    this.#worker.postMessage(order);
  }

  /** Nothing is due until it begins anew. */
  pause(): void {
    this.#onDue = () => undefined;
    Atomics.add(this.#cells, turn, 1);
    Atomics.notify(this.#cells, turn);
  }

  async close(): Promise<void> {
    this.pause();
    await this.#worker.terminate();
  }
}
