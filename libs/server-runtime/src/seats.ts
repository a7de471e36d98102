import type { Counts } from '#logging';

/**
 * How many refused clients are read on after their `Error:` line, so that it reaches them: of all threads together, since
 * each holds a descriptor of the process for up to 1 s. In a storm the rest are closed as soon as the line is sent.
 */
const mostLingering = 16;

/** More workers than a machine has cores for; each place is four bytes. */
const places = 1_024;

/** Where the counts stand that are not one worker's. Worker N's own stands at `perWorker + N`; worker 0 is nobody yet. */
const total = 0;
const served = 1;
const lingering = 2;
const perWorker = 3;

/** How many of its connections worker N serves stands at `servedBy + N`. The others wait. */
const servedBy = perWorker + places + 1;

/** How many refused clients worker N reads on stands at `lingeringBy + N`. */
const lingeringBy = servedBy + places + 1;

/** Whether worker N is ending stands at `leaving + N`. */
const leaving = lingeringBy + places + 1;

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

  static for(limit: number): Seats {
    const bytes = Int32Array.BYTES_PER_ELEMENT * (leaving + places + 1);
    return new Seats({ limit, held: new Int32Array(new SharedArrayBuffer(bytes)) });
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

  /** Takes a place among those that are refused and read on for a while; false when there is none. */
  startLingering(worker = this.#worker): boolean {
    const { held } = this.shared;
    if (Atomics.add(held, lingering, 1) >= mostLingering) {
      Atomics.sub(held, lingering, 1);
      return false;
    }
    Atomics.add(held, lingeringBy + worker, 1);
    return true;
  }

  stopLingering(worker = this.#worker): void {
    Atomics.sub(this.shared.held, lingeringBy + worker, 1);
    Atomics.sub(this.shared.held, lingering, 1);
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
    Atomics.sub(this.shared.held, lingering, Atomics.exchange(this.shared.held, lingeringBy + worker, 0));
    Atomics.sub(this.shared.held, served, Atomics.exchange(this.shared.held, servedBy + worker, 0));
    Atomics.sub(this.shared.held, total, Atomics.exchange(this.shared.held, perWorker + worker, 0));
  }

  heldBy(worker: number): number {
    return Atomics.load(this.shared.held, perWorker + worker);
  }
}
