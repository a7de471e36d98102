import { ClauseFailure } from '../clause-failure.ts';
import { NotTried } from '../not-tried.ts';
import type { Peer } from '../peer.ts';
import type { Subject } from '../subject.ts';

/** How often an attempt is made in which somebody was too late for it to tell anything. */
const attempts = 6;

/**
 * Clients that keep below an idle time-out, and know whether they did: a busy machine makes both sides late. A connection
 * that ends sooner than the time-out after its last answered message was sent was ended before its time, whoever was late;
 * one that ends later may have been ended rightly.
 */
export class Pace {
  readonly #subject: Subject;
  readonly #timeout: number;
  /** The clients, and since when the server's clock for each runs, at the earliest. */
  readonly #peers = new Map<Peer, number>();
  #longest = 0;

  private constructor(subject: Subject, timeout: number) {
    this.#subject = subject;
    this.#timeout = timeout;
  }

  /**
   * Makes an attempt, and another one only where it failed after a connection had ended that may have been ended rightly.
   *
   * @throws ClauseFailure of the first attempt that proves a fault; NotTried where none proved anything
   */
  static async keep(subject: Subject, timeout: number, attempt: (pace: Pace) => Promise<void>): Promise<void> {
    for (let made = 0; made < attempts; made++) {
      const pace = new Pace(subject, timeout);
      try {
        await attempt(pace);
        return;
      } catch (thrown) {
        const ended = [...pace.#peers.keys()].filter(({ ending }) => ending !== 'open');
        for (const peer of ended) pace.look(peer);
        if (ended.length === 0 || pace.kept || !(thrown instanceof ClauseFailure)) throw thrown;
      } finally {
        for (const peer of pace.#peers.keys()) peer.destroy();
      }
    }
    throw new NotTried(`this machine is too busy: ${attempts} times, a client could not keep its silence below ${timeout} ms`);
  }

  /** Whether no silence came near the time-out. */
  get kept(): boolean {
    return this.#longest < this.#timeout * 0.7;
  }

  async connect(): Promise<Peer> {
    const before = performance.now();
    const peer = await this.#subject.connect();
    this.start(peer, before);
    return peer;
  }

  /** Says a message and awaits its reply. */
  async exchange(peer: Peer, text: string): Promise<void> {
    const before = performance.now();
    await peer.exchange(text);
    this.start(peer, before);
  }

  /** The server's clock for this client starts now, or at the time given, or later. */
  start(peer: Peer, at = performance.now()): void {
    this.#peers.set(peer, at);
  }

  /** The server's clock for this client stands still: whatever ends the connection now is no time-out. */
  standStill(peer: Peer): void {
    this.start(peer, Infinity);
  }

  /** The client has been silent until now. */
  look(peer: Peer): void {
    this.#longest = Math.max(this.#longest, performance.now() - (this.#peers.get(peer) ?? Infinity));
  }
}
