/** Lengths that a time axis grows to, and where its ticks are, ms. */
const steps = [
  [1_000, 200], [1_500, 500], [2_000, 500], [2_500, 500], [3_000, 500], [4_000, 1_000], [5_000, 1_000], [7_000, 1_000],
  [10_000, 2_000], [15_000, 5_000], [20_000, 5_000], [30_000, 5_000], [60_000, 10_000],
] as const;
const [longest, half] = [60_000, 30_000];

export interface TimeAxis {
  /** ms of the run. */
  readonly from: number;
  readonly length: number;
}

/**
 * What a time axis shows: all of it while that fits, and else the half minute behind a moment and that before it.
 *
 * @param start when the first of it began, ms
 * @param end until when something is drawn, ms
 * @param at the moment that has to be on it
 */
export function timeAxis(start: number, end: number, at: number): TimeAxis {
  const found = steps.map(([length, apart]) => ({ first: Math.floor(start / apart) * apart, length })).find(({ first, length }) => end - first <= length);
  if (found !== undefined) return { from: found.first, length: found.length };
  const first = Math.floor(start / half) * half;
  return { from: first + Math.max(0, Math.ceil((at - first - longest) / half) * half), length: longest };
}

/** Round moments on it, ms. */
export function ticksOf({ from, length }: TimeAxis): readonly number[] {
  const apart = steps.find((step) => step[0] === length)?.[1] ?? length;
  return Array.from({ length: Math.floor(length / apart) + 1 }, (_, index) => from + index * apart);
}
