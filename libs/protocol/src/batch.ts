import { isUtf8 } from 'node:buffer';
import type { Fault } from './fault.ts';
import { prefix } from './prefix.ts';

/** The messages that one read completed, as the replies to them: one buffer, so that one write answers them all. */
export class Batch {
  static readonly empty: Batch = new Batch(Buffer.alloc(0), []);

  /** The replies, one after another. */
  readonly replies: Buffer;
  /** Where each reply ends in `replies`. */
  readonly ends: readonly number[];
  /** What the peer did wrong after these messages. */
  readonly fault: Fault | undefined;

  constructor(replies: Buffer, ends: readonly number[], fault?: Fault) {
    this.replies = replies;
    this.ends = ends;
    this.fault = fault;
  }

  /** A batch of whole messages, cut short before the first one that is not UTF-8. */
  static checked(replies: Buffer, ends: readonly number[], fault?: Fault): Batch {
    // Messages are whole and the prefix is ASCII, so the replies are UTF-8 together exactly when each message is.
    if (isUtf8(replies)) return new Batch(replies, ends, fault);
    const bad = ends.findIndex((end, index) => !isUtf8(replies.subarray(ends[index - 1] ?? 0, end)));
    const start = ends[bad - 1] ?? 0;
    return new Batch(replies.subarray(0, start), ends.slice(0, bad), { kind: 'not-utf8' });
  }

  get size(): number {
    return this.ends.length;
  }

  /** Message `index`, without the LF that ended it: a view into `replies`, so look and don't write. */
  message(index: number): Buffer {
    const start = (this.ends[index - 1] ?? 0) + prefix.length;
    const end = this.ends[index] ?? start;
    return this.replies.subarray(start, this.replies[end - 1] === LF ? end - 1 : end);
  }
}

const LF = 0x0a;
