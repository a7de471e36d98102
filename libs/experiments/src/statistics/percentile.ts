/**
 * The smallest of the values that at least `share` of them do not exceed (the nearest rank); NaN of none.
 *
 * @param share 0 to 1: 0.99 for the 99th percentile
 */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}
