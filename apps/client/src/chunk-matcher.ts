import { prefix } from '#protocol';
import type { Match, ReplyMatcher } from './reply-matcher.ts';

/**
 * How many readings are followed, so that the work is linear in the message's length. Only a run of more than so many
 * `Echo: ` in the message gives more, and of those, the ones are kept that take the reply for fewer pieces.
 */
const mostReadings = 64;

/**
 * The reply of `--framing chunk`. TCP keeps no message boundaries: a server that reads a long message in pieces answers
 * each piece, so the prefix may stand again before any byte of the message. The reply is whole when all of the message
 * has come back.
 *
 * A message may itself hold `Echo: `, so a byte can be the message's or a prefix's; every reading that still holds is
 * followed until the others fail. There is nearly always just one.
 */
export class ChunkMatcher implements ReplyMatcher {
  readonly expected: Buffer;
  received = 0;
  readonly #message: Uint8Array;
  /** Each reading, as `message bytes × (prefix length + 1) + prefix bytes`. */
  #readings: readonly number[] = [0];

  /** @param message at least one byte */
  constructor(message: Uint8Array) {
    this.#message = message;
    this.expected = Buffer.concat([prefix, message]);
  }

  get pieces(): number {
    return Math.round((this.received - this.#message.length) / prefix.length);
  }

  take(bytes: Buffer): Match {
    for (let at = 0; at < bytes.length; at++) {
      const readings = this.#step(bytes[at] ?? 0);
      if (readings.length === 0) return { kind: 'wrong', from: this.#sincePrefix(bytes.subarray(at)) };
      this.#readings = readings;
      this.received += 1;
    }
    const whole = this.#message.length * (prefix.length + 1) + prefix.length;
    return this.#readings.includes(whole) ? { kind: 'whole', rest: Buffer.alloc(0) } : { kind: 'more' };
  }

  #step(byte: number): readonly number[] {
    const next = new Set<number>();
    for (const reading of this.#readings) {
      const inPrefix = reading % (prefix.length + 1);
      const inMessage = (reading - inPrefix) / (prefix.length + 1);
      if (inPrefix < prefix.length) {
        if (prefix[inPrefix] === byte) next.add(reading + 1);
        continue;
      }
      if (this.#message[inMessage] === byte) next.add(reading + prefix.length + 1);
      if (inMessage > 0 && inMessage < this.#message.length && prefix[0] === byte) {
        next.add(inMessage * (prefix.length + 1) + 1);
      }
    }
    return next.size <= mostReadings ? [...next] : [...next].sort((one, other) => other - one).slice(0, mostReadings);
  }

  /** What came since the last prefix began, as an `Error: ` line begins like `Echo: `. */
  #sincePrefix(bytes: Buffer): Buffer {
    const begun = this.#readings.map((reading) => reading % (prefix.length + 1)).filter((n) => n < prefix.length);
    return Buffer.concat([prefix.subarray(0, Math.max(0, ...begun)), bytes]);
  }
}
