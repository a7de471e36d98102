/** A span of a lane, as the record has it. */
export interface Span {
  /** Who, such as `client 2`. */
  readonly lane: string;
  /** Named where several servers share a drawing. */
  readonly server: string | undefined;
  /** In the language of the page. */
  readonly phase: string;
  /** ms since the timeline began, as `to`. */
  readonly from: number;
  readonly to: number;
}

export interface Change {
  readonly span: Span;
  /** Else it ends. */
  readonly begins: boolean;
}

/** Something to stop at. Functions that take several ask for them in order. */
export interface Timed {
  /** ms since the timeline began. */
  readonly at: number;
}

/** All that changes at one time. */
export interface Moment extends Timed {
  readonly changes: readonly Change[];
}

/** The times at which a span begins or ends, in order: just those of the record, none in between. */
export function momentsOf(spans: readonly Span[]): readonly Moment[] {
  const changes = spans.flatMap((span) => [
    { at: span.from, span, begins: true },
    { at: span.to, span, begins: false },
  ]);
  return [...Map.groupBy(changes, ({ at }) => at)]
    .map(([at, together]) => ({ at, changes: together }))
    .sort((one, other) => one.at - other.at);
}

/** The last that is not later than a time; by halves, since a player asks with every frame, and there may be tens of thousands. */
export function lastMoment<Of extends Timed>(moments: readonly Of[], time: number): Of | undefined {
  let [from, to] = [0, moments.length];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if ((moments[middle]?.at ?? Infinity) <= time) from = middle + 1;
    else to = middle;
  }
  return moments[from - 1];
}

/** Where a step leads to, in ms: the next moment, and after the last one the end; from the end, the first moment. */
export function stepForward(moments: readonly Timed[], time: number, lasted: number): number {
  const next = moments.find(({ at }) => time >= lasted || at > time);
  return Math.min(next?.at ?? lasted, lasted);
}

/** Where a step back leads to, in ms: the moment before, and before the first one the beginning. */
export function stepBack(moments: readonly Timed[], time: number): number {
  return moments.findLast(({ at }) => at < time)?.at ?? 0;
}
