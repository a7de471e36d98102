import type { Quantity } from '#record';

/** What was measured of one server. */
export interface Measured {
  readonly server: string;
  readonly figure: Quantity;
}

export interface Ranking {
  /** All that cannot be told from the best one, in the order in which they were measured. */
  readonly best: readonly string[];
  readonly bestFigure: Quantity;
  readonly worst: string;
  readonly worstFigure: Quantity;
}

/** What a figure without repeats may be off by, as a share of it: on shared cores, times of one run are no better. */
const unrepeated = 0.3;

/**
 * How far apart, as a share of the figure, ranges have to lie: the few repeats of a run seldom show how far the next run
 * is from them, and nobody chooses a server for less.
 */
const apart = 0.1;

/**
 * Finds those whose range overlaps that of the best one, or all but does: between them there is no difference.
 *
 * @returns undefined for fewer than two: nothing is the best of one
 */
export function rankServers(measured: readonly Measured[], better: 'less' | 'more'): Ranking | undefined {
  if (measured.length < 2) return undefined;
  const inOrder = measured.toSorted((a, b) => (a.figure.value - b.figure.value) * (better === 'less' ? 1 : -1));
  const [first, last] = [inOrder[0] as Measured, inOrder.at(-1) as Measured];
  const range = rangeOf(first.figure);
  const best = measured.filter(({ figure }) => {
    const { low, high } = rangeOf(figure);
    return low <= range.high && high >= range.low;
  });
  return {
    best: best.map(({ server }) => server),
    bestFigure: first.figure,
    worst: last.server,
    worstFigure: last.figure,
  };
}

/** With half of the distance that sets two apart on either side; what is counted rather than measured is what it is. */
function rangeOf({ value, unit, low, high }: Quantity): { readonly low: number; readonly high: number } {
  const counted = unit === 'count' || unit === 'share';
  const off = counted ? 0 : Math.abs(value) * (low === undefined ? unrepeated : apart / 2);
  return { low: (low ?? value) - off, high: (high ?? value) + off };
}
