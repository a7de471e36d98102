import type { Printable } from './printable.ts';

/** How long a connection may be open, ms, until it is taken for a client's, whatever it sends. */
const probeMs = 100;

/** What is held of a connection that another thread is to serve, for the log of that thread. */
export interface Untold {
  readonly lines: readonly string[];
  /** Shared memory, 0: whoever makes 1 of it has the lines, and writes or drops them. */
  readonly claim: Int32Array;
}

interface Held {
  readonly lines: string[];
  /** By `performance.now()`. */
  readonly since: number;
  claim?: Int32Array;
}

/**
 * Holds back what is said of a connection until it is known to be more than a probe: a health check or a port scan
 * connects and leaves at once, without a byte, and would fill the log. When a connection is accepted nobody can know. So its
 * first lines wait for whatever else is said of it, for 100 ms at most, and are dropped where all else is that it has left
 * and sent nothing. One that has to wait for its turn is told of at once: its FIN cannot be seen before.
 *
 * A line is made when the event happens, so that its time and its counts are true; lines of other connections may come
 * before it. Where a process dies, lines are lost only of connections that were younger than that, and had sent nothing.
 */
export class HeldLines {
  readonly #write: (line: string) => void;
  /** By connection, the oldest first. */
  readonly #held = new Map<number, Held>();
  #timer: NodeJS.Timeout | undefined;

  constructor(write: (line: string) => void) {
    this.#write = write;
  }

  /** Writes the line of an event, holds it, or drops it with those that are held. */
  add(event: Printable, line: string): void {
    if (!('connection' in event)) {
      this.#write(line);
      return;
    }
    const { connection } = event;
    if (event.event === 'accepted') this.#hold(connection, { lines: [line], since: performance.now() });
    else if (isOfBeginning(event) && this.#held.has(connection)) this.#held.get(connection)?.lines.push(line);
    else if (isOfProbe(event) && this.#held.has(connection)) this.#held.delete(connection);
    else {
      this.#tell(connection);
      this.#write(line);
    }
  }

  /**
   * What is held of a connection, for the log of the thread that it is handed over to; undefined where nothing is. A
   * thread that doesn't take it in time, because it is busy or gone, leaves it to this log.
   */
  share(connection: number): Untold | undefined {
    const held = this.#held.get(connection);
    if (held === undefined) return undefined;
    held.claim = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
    return { lines: held.lines, claim: held.claim };
  }

  /** Holds what the log of another thread held, unless that has told it meanwhile. */
  take(connection: number, { lines, claim }: Untold): void {
    if (hasClaimed(claim)) this.#hold(connection, { lines: [...lines], since: performance.now() });
  }

  #hold(connection: number, held: Held): void {
    this.#held.set(connection, held);
    this.#awaitOldest();
  }

  #tell(connection: number): void {
    const held = this.#held.get(connection);
    if (held === undefined) return;
    this.#held.delete(connection);
    if (held.claim === undefined || hasClaimed(held.claim)) held.lines.forEach(this.#write);
  }

  #awaitOldest(): void {
    const [oldest] = this.#held.values();
    if (oldest === undefined || this.#timer !== undefined) return;
    const left = Math.max(0, oldest.since + probeMs - performance.now());
    // Once what came meanwhile is read: a stall of our own makes no client of a probe.
    this.#timer = setTimeout(() => setImmediate(() => {
      this.#tellTheOld();
    }), left).unref();
  }

  #tellTheOld(): void {
    this.#timer = undefined;
    const due = performance.now() - probeMs;
    for (const [connection, { since }] of this.#held) {
      if (since > due) break;
      this.#tell(connection);
    }
    this.#awaitOldest();
  }
}

function isOfBeginning({ event }: Printable): boolean {
  return event === 'handed-over' || event === 'serving';
}

function isOfProbe(event: Printable): boolean {
  return (event.event === 'ended' || event.event === 'reset') && event.bytes === 0;
}

function hasClaimed(claim: Int32Array): boolean {
  return Atomics.compareExchange(claim, 0, 0, 1) === 0;
}
