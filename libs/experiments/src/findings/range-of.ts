import type { Quantity } from '#record';

/** Where the repeats of a figure lay, as points and bars of charts have it; empty of a figure that was measured once. */
export function rangeOf({ low, high }: Quantity): { low?: number; high?: number } {
  return { ...(low !== undefined && { low }), ...(high !== undefined && { high }) };
}
