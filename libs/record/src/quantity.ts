import { z } from 'zod';

/** What a figure counts. `ratio` is written `2.0×`, `share` as a percentage of 1. */
export const units = ['ms', 'µs', 'bytes', 'count', 'ratio', 'share', 'per-second', 'plain'] as const;
export type Unit = (typeof units)[number];

/** A figure. Measured more than once it is the median, and `low` to `high` is where the repeats lay. */
export const quantitySchema = z.object({
  value: z.number(),
  unit: z.enum(units),
  low: z.number().optional(),
  high: z.number().optional(),
  /** How often it was measured, where that is more than once. */
  repeats: z.number().int().optional(),
});
export type Quantity = Readonly<z.infer<typeof quantitySchema>>;

/** A figure that was measured or counted once. */
export function quantity(value: number, unit: Unit): Quantity {
  return { value, unit };
}

/**
 * The median of repeats, with their whole range.
 *
 * @throws RangeError of none: there is no figure then
 */
export function spread(values: readonly number[], unit: Unit): Quantity {
  const sorted = values.toSorted((a, b) => a - b);
  const [low] = sorted;
  const high = sorted.at(-1);
  if (low === undefined || high === undefined) throw new RangeError('no value was measured');
  const middle = sorted.length / 2;
  const value = ((sorted[Math.ceil(middle) - 1] ?? low) + (sorted[Math.floor(middle)] ?? low)) / 2;
  return sorted.length === 1 ? { value, unit } : { value, unit, low, high, repeats: sorted.length };
}

/**
 * How many times `values` are of `others`, round by round, so that what disturbed both in a round falls out.
 *
 * @returns the ratios' median and range; `different` is false where the range holds 1, and nothing can be said then
 */
export function compare(
  values: readonly number[],
  others: readonly number[],
): { readonly ratio: Quantity; readonly different: boolean } {
  const ratio = spread(values.flatMap((value, round) => (others[round] ? [value / others[round]] : [])), 'ratio');
  const { value, low = value, high = value } = ratio;
  return { ratio, different: low > 1 || high < 1 };
}
