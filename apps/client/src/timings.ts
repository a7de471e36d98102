import type { Reply } from './echo-connection.ts';

/** How many replies are kept one by one; of the others, only what adds up. */
const keptReplies = 1_000;

/** Milliseconds of one kind, over all replies. */
export class Durations {
  #sum = 0;
  #count = 0;
  max = 0;

  add(ms: number): void {
    this.#sum += ms;
    this.#count += 1;
    this.max = Math.max(this.max, ms);
  }

  get mean(): number {
    return this.#sum / this.#count;
  }
}

/** What one run of the client measured. Durations are milliseconds. */
export class Timings {
  readonly #startedAt: number = performance.now();
  /** From the first SYN until the connection stood; undefined before that. */
  connect: number | undefined;
  /** From the start until the last reply was whole. */
  total = 0;
  replies = 0;
  readonly kept: Reply[] = [];
  readonly firstByte: Durations = new Durations();
  readonly whole: Durations = new Durations();
  /** The most pieces that a server split a message into. */
  pieces = 1;

  connected(): void {
    this.connect = this.total = performance.now() - this.#startedAt;
  }

  replied(reply: Reply): void {
    this.total = performance.now() - this.#startedAt;
    this.replies += 1;
    if (this.kept.length < keptReplies) this.kept.push(reply);
    this.firstByte.add(reply.firstByte);
    this.whole.add(reply.whole);
    this.pieces = Math.max(this.pieces, reply.pieces);
  }
}
