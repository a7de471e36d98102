import type { Framing } from './framing.ts';
import { broken } from './quirks.ts';

let connections = 0;
const framings: Framing[] = [];
const shared = Buffer.alloc(65_536);

/** The faults of one connection that show rarely: by count, by length, by the size of a read, by which client it is. */
export class RareFaults {
  readonly #connection = connections++;
  #replies = 0;
  #bytes = 0;
  #endedInLine = false;
  #joins = false;
  #awaitsFourthByte = false;

  /** What keeps the unfinished messages of this connection, and with 256 slots for all also of another. */
  framing(own: Framing): Framing {
    return broken('has-256-slots') ? (framings[this.#connection % 256] ??= own) : own;
  }

  /** What the server makes of a read. */
  async read(chunk: Buffer): Promise<Buffer> {
    const before = this.#bytes;
    const first = chunk[0] ?? 0;
    const loses = this.#awaitsFourthByte && first >= 0x80 && first < 0xc0;
    this.#awaitsFourthByte = (chunk.at(-3) ?? 0) >= 0xf0;
    this.#bytes += chunk.length;
    this.#joins = this.#endedInLine;
    this.#endedInLine = chunk.at(-1) !== 0x0a;
    if (broken('joins-three-bytes') && loses) return chunk.subarray(1);
    if (broken('counts-bytes-in-16-bits') && before < 65_536 && this.#bytes >= 65_536) return chunk.subarray(1);
    if (broken('repeats-a-full-read') && chunk.length === 16_384) return Buffer.concat([chunk, chunk]);
    if (broken('reads-into-one-buffer')) {
      chunk.copy(shared);
      await new Promise((resolve) => setImmediate(resolve));
      return shared.subarray(0, chunk.length);
    }
    return chunk;
  }

  /** What the server makes of a reply. */
  reply(reply: Buffer): Buffer {
    this.#replies++;
    const joined = this.#joins;
    this.#joins = false;
    const length = reply.length - 'Echo: '.length - (reply.at(-1) === 0x0a ? 1 : 0);
    const lessOne = (): Buffer => Buffer.concat([reply.subarray(0, 10), reply.subarray(11)]);
    if (broken('repeats-each-1000th') && this.#replies % 1_000 === 0) return Buffer.concat([reply, reply]);
    if (broken('counts-messages-in-16-bits') && this.#replies === 65_536) return Buffer.alloc(0);
    if (broken('shortens-4097') && length === 4_097) return lessOne();
    if (broken('shortens-1371') && length === 1_371) return lessOne();
    if (broken('shortens-what-two-reads-bring') && length > 10_000 && joined) return lessOne();
    if (broken('fails-the-500th-client') && this.#connection === 500) return lessOne();
    return reply;
  }
}
