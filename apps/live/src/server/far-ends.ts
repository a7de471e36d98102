import { limits } from './limits.ts';

/** The most connections of which lines are kept until a client says that it is its own: of more, the oldest are nobody's. */
const most = 2 * limits.clients;

/**
 * Knows which client is at the far end of a connection that a server tells of. By server and address: connections to two servers
 * may come from the same port, since connect(2) takes one that is free for where it goes.
 */
export class FarEnds {
  readonly #clients = new Map<string, number>();
  /** What was told before the client said that it is its own. */
  readonly #early = new Map<string, ((client: number) => void)[]>();

  /** @param address of the client's end, as servers write it */
  meet(server: string, address: string, client: number): void {
    const end = `${server} ${address}`;
    this.#clients.set(end, client);
    for (const tell of this.#early.get(end) ?? []) tell(client);
    this.#early.delete(end);
  }

  /** Calls `tell` with the client, now or when it is known. */
  of(server: string, address: string, tell: (client: number) => void): void {
    const end = `${server} ${address}`;
    const client = this.#clients.get(end);
    if (client !== undefined) {
      tell(client);
      return;
    }
    const kept = this.#early.get(end);
    if (kept !== undefined) kept.push(tell);
    else this.#early.set(end, [tell]);
    const [oldest] = this.#early.keys();
    if (this.#early.size > most && oldest !== undefined) this.#early.delete(oldest);
  }
}
