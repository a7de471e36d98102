import { z } from 'zod';
import { median } from './median.ts';

/** What a figure counts. `ratio` is written `2.0×`, `share` as a percentage of 1, `percentile`, of 100, as `p99.9`. */
export const units = ['ms', 'µs', 'bytes', 'count', 'ratio', 'share', 'per-second', 'percentile', 'plain'] as const;
export type Unit = (typeof units)[number];

/**
 * A figure. Measured more than once it is the median, and `low` to `high` is where the repeats lay. Where it is `of` several
 * servers, `low` to `high` is from the least of their figures to the greatest, and that is how it is written.
 */
export const quantitySchema = z.object({
  value: z.number(),
  unit: z.enum(units),
  low: z.number().optional(),
  high: z.number().optional(),
  /** How often it was measured, where that is more than once. */
  repeats: z.number().int().optional(),
  /** Whose it is, in a sentence that names servers: `figure` is its name among `Findings.figures`. */
  of: z.object({ figure: z.string(), servers: z.array(z.string()) }).optional(),
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
  if (values.length === 0) throw new RangeError('no value was measured');
  const value = median(values);
  if (values.length === 1) return { value, unit };
  return { value, unit, low: Math.min(...values), high: Math.max(...values), repeats: values.length };
}

/** Where the repeats lay at the least; the figure itself where it was measured once. */
export function lowOf({ value, low = value }: Quantity): number {
  return low;
}

/** And at the most. */
export function highOf({ value, high = value }: Quantity): number {
  return high;
}

/**
 * The figure of one server, or of several: from the least to the greatest of theirs, so that nobody is given another's.
 *
 * @param figure its name
 * @param all of each server
 * @param servers those that it is wanted of
 * @throws RangeError where one of them has no such figure
 */
export function figureOf(
  figure: string,
  all: Readonly<Record<string, Quantity>>,
  servers: readonly string[] = Object.keys(all),
): Quantity {
  const own = servers.map((server) => {
    const found = all[server];
    if (found === undefined) throw new RangeError(`${server} has no ${figure}`);
    return found;
  });
  const of = { figure, servers: [...servers] };
  const [first] = own;
  if (first !== undefined && own.length === 1) return { ...first, of };
  const { value, unit, low = value, high = value } = spread(own.map((one) => one.value), first?.unit ?? 'plain');
  return { value, unit, low, high, of };
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
  return { ratio, different: lowOf(ratio) > 1 || highOf(ratio) < 1 };
}
