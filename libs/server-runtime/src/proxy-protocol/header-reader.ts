import type { ChunkReader, Reader } from '../chunk-reader.ts';
import { IdleClock } from '../idle-clock.ts';
import { type Header, type NoHeader, readHeader } from './header.ts';

/** How long a header may take, ms, from the turn of its connection: what the specification asks for at least, section 2. */
export const headerTimeoutMs = 3_000;

/** What is wrong with a header: it is none, too long, ended before its end, or not there in time. */
export type HeaderFault = NoHeader | 'cut' | 'slow';

export interface HeaderEvents {
  /** Before what follows it is given to whoever reads. */
  readonly onHeader: (header: Header) => void;
  readonly onFault: (fault: HeaderFault) => void;
}

/**
 * Reads the header of the PROXY protocol, and gives what follows it as the first read. It stands in a connection, so that
 * whoever serves that reads the header, too: a socket from which something was read cannot be handed over.
 */
export class HeaderReader implements Reader {
  readonly #reader: ChunkReader;
  readonly #events: HeaderEvents;
  #clock: IdleClock | undefined;

  constructor(reader: ChunkReader, events: HeaderEvents) {
    this.#reader = reader;
    this.#events = events;
  }

  get ended(): boolean {
    return this.#reader.ended;
  }

  /** The first read. undefined, too, where there was no header and something was wrong with that. */
  async read(): Promise<Buffer | undefined> {
    this.#clock ??= new IdleClock(headerTimeoutMs, () => {
      this.#events.onFault('slow');
    });
    let came = Buffer.alloc(0);
    let header: ReturnType<typeof readHeader> = 'incomplete';
    while (header === 'incomplete') {
      const chunk = await this.#reader.read();
      if (chunk === undefined) {
        if (came.length > 0 && this.ended) this.#events.onFault('cut');
        return undefined;
      }
      came = Buffer.concat([came, chunk]); // A copy: the next read may go to the same place.
      header = readHeader(came);
    }
    if (typeof header === 'string') {
      this.#events.onFault(header);
      return undefined;
    }
    this.#clock.stop();
    this.#events.onHeader(header);
    const rest = came.subarray(header.length);
    return rest.length > 0 ? rest : this.#reader.read();
  }

  stop(): void {
    this.#reader.stop();
  }

  discard(): void {
    this.#clock?.stop();
    this.#reader.discard();
  }
}
