import type { Quantity } from '#record';

/** One figure of each, under the name of its server, as `Findings.figures` has them. */
export function byServer<T extends { readonly approach: { readonly name: string } }>(
  all: readonly T[],
  figure: (one: T) => Quantity,
): Record<string, Quantity> {
  return Object.fromEntries(all.map((one) => [one.approach.name, figure(one)]));
}
