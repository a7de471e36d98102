import { prefix } from '#protocol';
import type { Match, ReplyMatcher } from './reply-matcher.ts';

/** The reply of `--framing line`: the prefix, the message and LF, and nothing else. */
export class LineMatcher implements ReplyMatcher {
  readonly expected: Buffer;
  readonly pieces = 1;
  received = 0;

  /** @param message ends with LF */
  constructor(message: Uint8Array) {
    this.expected = Buffer.concat([prefix, message]);
  }

  take(bytes: Buffer): Match {
    const missing = this.expected.subarray(this.received);
    const length = Math.min(missing.length, bytes.length);
    if (missing.compare(bytes, 0, length, 0, length) !== 0) {
      return { kind: 'wrong', from: Buffer.concat([this.expected.subarray(0, this.received), bytes]) };
    }
    this.received += length;
    return length === missing.length ? { kind: 'whole', rest: bytes.subarray(length) } : { kind: 'more' };
  }
}
