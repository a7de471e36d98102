import { Batch } from './batch.ts';
import type { Fault } from './fault.ts';
import type { Framing } from './framing.ts';
import { prefix } from './prefix.ts';

/** A message is the bytes up to and including LF; a CR before it belongs to the message. */
export class LineFraming implements Framing {
  readonly #maxMessageBytes: number;
  /** The beginning of a line whose LF has not come; `#heldLength` bytes of it are in use. */
  #held = nothing;
  #heldLength = 0;

  constructor(maxMessageBytes: number) {
    this.#maxMessageBytes = maxMessageBytes;
  }

  push(chunk: Buffer): Batch {
    /** Where each line of `chunk` ends, its LF included. */
    const lines: number[] = [];
    let fault: Fault | undefined;
    let start = 0;
    for (;;) {
      const end = indexOfLf(chunk, start);
      const length = (end === -1 ? chunk.length : end) - start + (start === 0 ? this.#heldLength : 0);
      if (length > this.#maxMessageBytes) {
        fault = { kind: 'too-long', maxMessageBytes: this.#maxMessageBytes };
        break;
      }
      if (end === -1) break;
      start = end + 1;
      lines.push(start);
    }

    const batch = lines.length === 0 ? new Batch(nothing, lines, fault) : this.#answer(chunk, lines, fault);
    if (fault === undefined && start < chunk.length) this.#hold(chunk, start);
    return batch;
  }

  end(): Batch {
    return this.#heldLength === 0 ? Batch.empty : this.#answer(nothing, [0], undefined);
  }

  /** Replies to the lines of `chunk` that end at `lines`; the first of them begins with what was held. */
  #answer(chunk: Buffer, lines: number[], fault: Fault | undefined): Batch {
    const last = lines[lines.length - 1] ?? 0;
    const replies = Buffer.allocUnsafe(lines.length * prefix.length + this.#heldLength + last);
    const ends = lines; // Each place is read before it is written: one array fewer for each read.
    let at = 0;
    let from = 0;
    for (let index = 0; index < lines.length; index++) {
      const to = lines[index] ?? from;
      at = copy(prefix, 0, prefix.length, replies, at);
      if (index === 0 && this.#heldLength > 0) at = this.#release(replies, at);
      at = copy(chunk, from, to, replies, at);
      ends[index] = at;
      from = to;
    }
    return Batch.checked(replies, ends, fault);
  }

  /** Grows by doubling, so that a line that drips in byte by byte costs no more than its length. */
  #hold(chunk: Buffer, start: number): void {
    const length = this.#heldLength + chunk.length - start;
    if (length > this.#held.length) {
      const grown = Buffer.allocUnsafeSlow(Math.max(length, Math.min(2 * this.#held.length, this.#maxMessageBytes)));
      copy(this.#held, 0, this.#heldLength, grown, 0);
      this.#held = grown;
    }
    this.#heldLength = copy(chunk, start, chunk.length, this.#held, this.#heldLength);
  }

  #release(target: Buffer, at: number): number {
    const end = copy(this.#held, 0, this.#heldLength, target, at);
    this.#held = nothing;
    this.#heldLength = 0;
    return end;
  }
}

const nothing = Buffer.alloc(0);
const LF = 0x0a;

/** Up to here a loop is faster than the call into the engine that finds or copies many bytes at once. */
const short = 32;

function indexOfLf(bytes: Buffer, start: number): number {
  const end = Math.min(start + short, bytes.length);
  for (let index = start; index < end; index++) if (bytes[index] === LF) return index;
  return end === bytes.length ? -1 : bytes.indexOf(LF, end);
}

/** Copies `source[from…to)` to `target[at…)` and returns where the copy ends. */
function copy(source: Buffer, from: number, to: number, target: Buffer, at: number): number {
  const end = at + to - from;
  if (to - from > short) source.copy(target, at, from, to);
  else for (let index = from; at < end; index++) target[at++] = source[index] ?? 0;
  return end;
}
