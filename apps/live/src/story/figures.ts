import type { Client } from './scene.ts';

/** Of the replies that came up to a moment. */
export interface Figures {
  readonly replies: number;
  /** Of the second before it. */
  readonly perSecond: number;
  /** ms from a message to its reply, which so many of 100 did not exceed; NaN where none came. */
  readonly p50: number;
  readonly p99: number;
}

export function figuresOf(clients: readonly Client[], at: number): Figures {
  const took: number[] = [];
  let perSecond = 0;
  for (const { exchanges } of clients) {
    for (const { sent, got } of exchanges) {
      if (got === undefined) continue;
      took.push(got - sent);
      if (got > at - 1_000) perSecond += 1;
    }
  }
  const sorted = Float64Array.from(took).sort();
  const percentile = (share: number): number => sorted[Math.ceil(sorted.length * share) - 1] ?? NaN;
  return { replies: sorted.length, perSecond, p50: percentile(0.5), p99: percentile(0.99) };
}
