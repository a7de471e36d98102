import type { Client } from './scene.ts';

/** Of the replies that came up to a moment. */
export interface Figures {
  readonly replies: number;
  /** Of the second before it. */
  readonly perSecond: number;
  /** ms from a message to its reply, or until that moment where none has come, which so many of 100 did not exceed; NaN without messages. */
  readonly p50: number;
  readonly p99: number;
}

export function figuresOf(clients: readonly Client[], at: number): Figures {
  const took: number[] = [];
  let [replies, perSecond] = [0, 0];
  for (const { exchanges, closed } of clients) {
    for (const { sent, got } of exchanges) {
      // Who still waits has waited: else a server would look the better the fewer it answers.
      took.push((got ?? closed ?? at) - sent);
      if (got === undefined) continue;
      replies += 1;
      if (got > at - 1_000) perSecond += 1;
    }
  }
  const sorted = Float64Array.from(took).sort();
  const percentile = (share: number): number => sorted[Math.ceil(sorted.length * share) - 1] ?? NaN;
  return { replies, perSecond, p50: percentile(0.5), p99: percentile(0.99) };
}
