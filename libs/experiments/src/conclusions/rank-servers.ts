import type { Quantity } from '#record';

export interface Ranking {
  /** All that cannot be told from the best one, the best first: none of the others has a better figure than any of them. */
  readonly best: readonly string[];
  /** The last of the others; undefined where there are none, and no server can be told from the best one. */
  readonly worst: string | undefined;
}

/** What a figure without repeats may be off by, as a share of it: on shared cores, times of one run are no better. */
const unrepeated = 0.3;

/**
 * How far apart, as a share of the figure, ranges have to lie: the few repeats of a run seldom show how far the next run
 * is from them, and nobody chooses a server for less.
 */
const apart = 0.1;

/**
 * Finds those that cannot be told from the best one: in the order of their figures, those before the first whose range lies
 * apart from the best one's. So the group is the top of the chart, and a server that was worse than one which lies apart is not
 * among the best for being uneven, too.
 *
 * That they are the same is not said: three repeats, of which the true median lies outside one time in four, or a single one,
 * leave room for a difference that the next run may show. They say who is behind, or nothing; their figures are given as they are.
 *
 * @param figures of each server
 * @returns undefined for fewer than two: nothing is the best of one
 */
export function rankServers(figures: Readonly<Record<string, Quantity>>, better: 'less' | 'more' = 'less'): Ranking | undefined {
  const inOrder = Object.entries(figures).sort(([, a], [, b]) => (a.value - b.value) * (better === 'less' ? 1 : -1));
  const [first] = inOrder;
  if (first === undefined || inOrder.length < 2) return undefined;
  const range = rangeOf(first[1]);
  const behind = inOrder.findIndex(([, figure]) => {
    const { low, high } = rangeOf(figure);
    return low > range.high || high < range.low;
  });
  const names = inOrder.map(([server]) => server);
  return behind === -1 ? { best: names, worst: undefined } : { best: names.slice(0, behind), worst: names.at(-1) };
}

/** With half of the distance that sets two apart on either side; what is counted rather than measured is what it is. */
function rangeOf({ value, unit, low, high }: Quantity): { readonly low: number; readonly high: number } {
  const counted = unit === 'count' || unit === 'share';
  const off = counted ? 0 : Math.abs(value) * (low === undefined ? unrepeated : apart / 2);
  return { low: (low ?? value) - off, high: (high ?? value) + off };
}
