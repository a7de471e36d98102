import type { Counts } from '#logging';

/**
 * How many refused clients are read on after their `Error:` line, so that it reaches them: of all threads together, since
 * each holds a descriptor of the process for up to 1 s. In a storm the rest are closed as soon as the line is sent.
 */
const mostLingering = 16;

/** One count for each worker, by its id; worker 0 is nobody yet. */
type Counters = Int32Array<SharedArrayBuffer>;

/** Seats as they cross to another thread. */
export interface SharedSeats {
  readonly limit: number;
  /** The connections of each worker. */
  readonly held: Counters;
  /** Those of them that it serves. The others wait. */
  readonly served: Counters;
  /** The refused clients that it reads on. */
  readonly lingering: Counters;
  /** 1 where it is ending. */
  readonly leaving: Counters;
}

/**
 * Who holds how many of the connections that `--max-connections` allows. The counts lie in shared memory, so that
 * threads take and give back seats without a message, and the seats of a thread that died can be freed by another. A
 * thread may end between any two steps: so each of its counts is one number of its own, and what all hold together is
 * added up by whoever asks.
 */
export class Seats {
  readonly shared: SharedSeats;
  readonly #worker: number;

  /** @param worker whose seats these are, where no other is named; a process without threads is its own worker 1 */
  constructor(shared: SharedSeats, worker = 1) {
    this.shared = shared;
    this.#worker = worker;
  }

  /** @param workers how many threads will share them */
  static for(limit: number, workers = 1): Seats {
    const counters = (): Counters => new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT * (workers + 1)));
    return new Seats({ limit, held: counters(), served: counters(), lingering: counters(), leaving: counters() });
  }

  get limit(): number {
    return this.shared.limit;
  }

  /** The connections of the whole process, all its threads included. */
  get counts(): Counts {
    const active = sum(this.shared.served);
    return { active, waiting: Math.max(0, sum(this.shared.held) - active) }; // They may change between the two.
  }

  /** Takes a seat; false when all are taken. */
  take(worker = this.#worker): boolean {
    return takeOne(this.shared.held, worker, this.shared.limit);
  }

  /** Takes a place among those that are refused and read on for a while; false when there is none. */
  startLingering(worker = this.#worker): boolean {
    return takeOne(this.shared.lingering, worker, mostLingering);
  }

  stopLingering(worker = this.#worker): void {
    Atomics.sub(this.shared.lingering, worker, 1);
  }

  /** Whoever has a seat waits until it is served. */
  startServing(): void {
    Atomics.add(this.shared.served, this.#worker, 1);
  }

  stopServing(): void {
    Atomics.sub(this.shared.served, this.#worker, 1);
  }

  release(worker = this.#worker): void {
    Atomics.sub(this.shared.held, worker, 1);
  }

  /** The connection of a seat goes from one worker to another. */
  move(from: number, to: number): void {
    Atomics.add(this.shared.held, to, 1);
    Atomics.sub(this.shared.held, from, 1);
  }

  /** This worker is ending: whoever hands connections over has to know before the system says so. */
  leave(): void {
    Atomics.store(this.shared.leaving, this.#worker, 1);
  }

  isLeaving(worker: number): boolean {
    return Atomics.load(this.shared.leaving, worker) === 1;
  }

  /** Frees what a worker held when it died; its place is another's. */
  releaseAll(worker: number): void {
    const { held, served, lingering, leaving } = this.shared;
    for (const counters of [leaving, lingering, served, held]) Atomics.store(counters, worker, 0);
  }

  heldBy(worker: number): number {
    return Atomics.load(this.shared.held, worker);
  }
}

/**
 * Takes one of `limit` that all workers share. Whoever adds last sees what the others added, so there are never more; two
 * that ask for the last one may see each other and both give it back, and then the one that finds the other gone asks again.
 */
function takeOne(counters: Counters, worker: number, limit: number): boolean {
  for (;;) {
    Atomics.add(counters, worker, 1);
    if (sum(counters) <= limit) return true;
    Atomics.sub(counters, worker, 1);
    if (sum(counters) >= limit) return false;
  }
}

function sum(counters: Counters): number {
  let total = 0;
  for (let worker = 0; worker < counters.length; worker++) total += Atomics.load(counters, worker);
  return total;
}
