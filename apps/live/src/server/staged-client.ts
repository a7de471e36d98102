import { type Clock, LineClient } from '#experiments';
import { hashRounds } from '#machine';
import type { Ask, ClientFact, Message, Visit } from '../story/entry.ts';

/** Is given what becomes of a client, as it becomes known. */
export type Tell = (fact: ClientFact) => void;

/** A client that connects, sends what it is to, stays, and leaves; a real one of a real server. */
export class StagedClient {
  readonly connected: Promise<void>;
  /** Resolves with `left`, `ended` or an error's code. */
  readonly closed: Promise<string>;
  readonly #line: LineClient;
  readonly #visit: Visit;
  readonly #tell: Tell;
  #sent = 0;
  #left = false;
  #timer: NodeJS.Timeout | undefined;

  /** @param onAddress is given its end of the connection, as a server names it, before `connected` is told */
  constructor(address: { readonly host: string; readonly port: number }, clock: Clock, visit: Visit, tell: Tell, onAddress: (address: string) => void) {
    this.#visit = visit;
    this.#tell = tell;
    this.#line = new LineClient({
      ...address,
      clock,
      onReply: (_, text) => {
        tell({ kind: 'got', text });
        if (text === undefined) this.#later(visit.every ?? 0, this.#next);
      },
    });
    this.connected = this.#line.connected.then(() => {
      if (this.#line.closedAt !== undefined) return;
      onAddress(this.#line.address);
      tell({ kind: 'connected' });
      this.#next();
    });
    this.closed = this.#line.closed.then((outcome) => {
      clearTimeout(this.#timer);
      tell({ kind: 'closed', outcome });
      return outcome;
    });
  }

  /** Sends a message; nothing where it has left, or is closed. */
  ask({ ask, ms = 0, part }: Message): void {
    if (this.#left || this.#line.closedAt !== undefined) return;
    this.#tell({ kind: 'sent', ask, part });
    if (part === undefined) this.#line.send(textOf(ask, ms));
    else {
      this.#line.write(part);
      this.#later(this.#visit.every ?? 0, this.#next);
    }
  }

  leave(): void {
    clearTimeout(this.#timer);
    if (this.#line.closedAt !== undefined || this.#left) return;
    this.#left = true;
    this.#tell({ kind: 'leaves' });
    this.#line.leave();
  }

  /** At once, and without a word. */
  abort(): void {
    clearTimeout(this.#timer);
    this.#line.abort();
  }

  readonly #next = (): void => {
    const message = this.#visit.messages[this.#sent];
    this.#sent += 1;
    if (message !== undefined) this.ask(message);
    else if (this.#visit.hold !== Infinity) {
      this.#later(this.#visit.hold ?? 0, () => {
        this.leave();
      });
    }
  };

  #later(ms: number, act: () => void): void {
    if (ms === 0) act();
    else this.#timer = setTimeout(act, ms);
  }
}

let roundsPerSecond: number | undefined;

/** As `work/by-message.ts` reads it. */
function textOf(ask: Ask, ms: number): string {
  if (ask === 'compute') return `compute ${Math.max(1, Math.round((rounds() * ms) / 1_000))}`;
  return ask === 'wait' ? `wait ${ms}` : ask === 'none' ? 'hello' : ask;
}

/** Of this machine's, in a second: looked at once, which computes for some tens of ms. */
export function rounds(): number {
  return (roundsPerSecond ??= hashRounds(1_000));
}
