import { Batch } from './batch.ts';
import type { Framing } from './framing.ts';
import { prefix } from './prefix.ts';
import { unfinishedCharacter } from './unfinished-character.ts';

/** A message is what one read delivered, but for a character that the read cut in two: that waits for its rest. */
export class ChunkFraming implements Framing {
  #held: Buffer = nothing;

  push(chunk: Buffer): Batch {
    const bytes = this.#held.length === 0 ? chunk : Buffer.concat([this.#held, chunk]);
    const end = bytes.length - unfinishedCharacter(bytes);
    // A copy: three bytes must not keep a whole read alive.
    this.#held = end === bytes.length ? nothing : Buffer.from(bytes.subarray(end));
    if (end === 0) return Batch.empty;

    const replies = Buffer.allocUnsafe(prefix.length + end);
    replies.set(prefix);
    replies.set(end === bytes.length ? bytes : bytes.subarray(0, end), prefix.length);
    return Batch.checked(replies, [replies.length]);
  }

  end(): Batch {
    return this.#held.length === 0 ? Batch.empty : new Batch(Batch.empty.replies, [], { kind: 'not-utf8' });
  }
}

const nothing = Buffer.alloc(0);
