import type { MessageRing } from './message-ring.ts';
import type { Phase } from './phase.ts';

/**
 * Holds the stream of replies of one connection against what it must be: one comparison for all that a read brought,
 * whole replies or not.
 */
export class ReplyCheck {
  readonly #ring: MessageRing;
  #sent = 0;
  #bytes = 0;
  #answered = 0;

  constructor(ring: MessageRing) {
    this.#ring = ring;
  }

  get due(): number {
    return this.#sent - this.#answered;
  }

  /** The next messages to send. */
  next(count: number): Buffer {
    const requests = this.#ring.requests(this.#sent, count);
    this.#sent += count;
    return requests;
  }

  /**
   * Takes what a read brought.
   *
   * @returns how many replies it made whole, or -1 if something else came, which the phase has then been told
   */
  take(bytes: Uint8Array, length: number, phase: Phase): number {
    const most = this.#sent * this.#ring.replyBytes - this.#bytes;
    if (length > most || !this.#ring.matches(bytes, length, this.#bytes)) {
      this.#explain(Buffer.from(bytes.subarray(0, length)), phase);
      return -1;
    }
    this.#bytes += length;
    const answered = Math.floor(this.#bytes / this.#ring.replyBytes);
    const whole = answered - this.#answered;
    this.#answered = answered;
    return whole;
  }

  /** The connection is gone: what is due will not come. */
  lose(phase: Phase, reason: string): void {
    if (this.due > 0) phase.failed('lost', this.due, reason);
  }

  /** The slow path: finds the first reply that is wrong, and says in which way. */
  #explain(bytes: Buffer, phase: Phase): void {
    const { replyBytes } = this.#ring;
    const partial = this.#bytes - this.#answered * replyBytes;
    const stream = Buffer.concat([this.#ring.reply(this.#answered).subarray(0, partial), bytes]);
    let at = 0;
    let number = this.#answered;
    while (number < this.#sent && this.#ring.reply(number).equals(stream.subarray(at, at + replyBytes))) {
      at += replyBytes;
      number += 1;
    }
    phase.answered(number - this.#answered);
    this.#answered = number;
    const got = stream.subarray(at, at + replyBytes);
    let other = number + 1;
    while (other < this.#sent && !this.#ring.reply(other).equals(got)) other += 1;
    const quoted = (reply: Buffer): string => JSON.stringify(reply.toString('latin1', 0, 60));
    const expected = number < this.#sent ? quoted(this.#ring.reply(number)) : 'nothing';
    const what = `expected ${expected}, got ${quoted(got)}`;
    phase.failed(other < this.#sent ? 'outOfOrder' : 'corrupted', this.due, what);
    this.#answered = this.#sent;
  }
}
