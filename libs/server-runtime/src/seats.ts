import type { Counts } from '#logging';
import { connectionsThatFit } from './descriptors.ts';

/** More workers than a machine has cores for; each place is four bytes. */
const places = 1_024;

/** Where the counts stand that are not one worker's. Worker N's own stands at `perWorker + N`; worker 0 is nobody yet. */
const total = 0;
const served = 1;
const perWorker = 2;

/** How many of its connections worker N serves stands at `servedBy + N`. The others wait. */
const servedBy = perWorker + places + 1;

/** Whether worker N is ending stands at `leaving + N`. */
const leaving = servedBy + places + 1;

/** Seats as they cross to another thread. */
export interface SharedSeats {
  readonly limit: number;
  readonly held: Int32Array<SharedArrayBuffer>;
}

/**
 * Who holds how many of the connections that `--max-connections` allows. The counts lie in shared memory, so that
 * threads take and give back seats without a message, and the seats of a thread that died can be freed by another.
 */
export class Seats {
  readonly shared: SharedSeats;
  readonly #worker: number;

  /** @param worker whose seats these are, where no other is named; a process without threads is its own worker 1 */
  constructor(shared: SharedSeats, worker = 1) {
    this.shared = shared;
    this.#worker = worker;
  }

  /**
   * @param maxConnections the limit; undefined for what the descriptors of this process allow
   * @param threads worker threads that are still to be started, which need descriptors, too
   */
  static for(maxConnections: number | undefined, threads = 0): Seats {
    const bytes = Int32Array.BYTES_PER_ELEMENT * (leaving + places + 1);
    const held = new Int32Array(new SharedArrayBuffer(bytes));
    return new Seats({ limit: maxConnections ?? connectionsThatFit(threads), held });
  }

  get limit(): number {
    return this.shared.limit;
  }

  /** The connections of the whole process, all its threads included. */
  get counts(): Counts {
    const active = Atomics.load(this.shared.held, served);
    return { active, waiting: Atomics.load(this.shared.held, total) - active };
  }

  /** Takes a seat; false when all are taken. */
  take(worker = this.#worker): boolean {
    const { held, limit } = this.shared;
    if (Atomics.add(held, total, 1) >= limit) {
      Atomics.sub(held, total, 1);
      return false;
    }
    Atomics.add(held, perWorker + worker, 1);
    return true;
  }

  /** Whoever has a seat waits until it is served. */
  startServing(): void {
    Atomics.add(this.shared.held, servedBy + this.#worker, 1);
    Atomics.add(this.shared.held, served, 1);
  }

  stopServing(): void {
    Atomics.sub(this.shared.held, servedBy + this.#worker, 1);
    Atomics.sub(this.shared.held, served, 1);
  }

  release(): void {
    Atomics.sub(this.shared.held, perWorker + this.#worker, 1);
    Atomics.sub(this.shared.held, total, 1);
  }

  /** The connection of a seat goes from one worker to another. */
  move(from: number, to: number): void {
    Atomics.sub(this.shared.held, perWorker + from, 1);
    Atomics.add(this.shared.held, perWorker + to, 1);
  }

  /** This worker is ending: whoever hands connections over has to know before the system says so. */
  leave(): void {
    Atomics.store(this.shared.held, leaving + this.#worker, 1);
  }

  isLeaving(worker: number): boolean {
    return Atomics.load(this.shared.held, leaving + worker) === 1;
  }

  /** Frees what a worker held when it died; its place is another's. */
  releaseAll(worker: number): void {
    Atomics.store(this.shared.held, leaving + worker, 0);
    Atomics.sub(this.shared.held, served, Atomics.exchange(this.shared.held, servedBy + worker, 0));
    Atomics.sub(this.shared.held, total, Atomics.exchange(this.shared.held, perWorker + worker, 0));
  }

  heldBy(worker: number): number {
    return Atomics.load(this.shared.held, perWorker + worker);
  }
}
