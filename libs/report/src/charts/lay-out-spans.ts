import type { Span } from '#record';

/** A span as it is drawn: between two pixels. */
export interface LaidOutSpan {
  readonly span: Span;
  readonly from: number;
  readonly to: number;
}

/**
 * Places the spans of a lane, each at least `least` wide, so that what took no time to speak of can be seen, too. Those
 * after it begin later for it; at the lane's end, those before it end earlier.
 */
export function layOutSpans(
  spans: readonly Span[],
  place: (ms: number) => number,
  least: number,
): readonly LaidOutSpan[] {
  const laid = spans.map((span) => ({ span, from: place(span.from), to: place(span.to) }));
  let edge = -Infinity;
  for (const each of laid) {
    each.from = Math.max(each.from, edge);
    each.to = Math.max(each.to, each.from + least);
    edge = each.to;
  }
  const end = Math.max(...spans.map(({ to }) => place(to)));
  edge = Math.max(end, place(0) + laid.length * least);
  for (const each of laid.toReversed()) {
    each.to = Math.min(each.to, edge);
    each.from = Math.min(each.from, each.to - least);
    edge = each.from;
  }
  return laid;
}
