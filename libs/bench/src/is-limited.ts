import type { BenchResult } from '#record';

/** What the load generator holds up when it is the slower one. */
const heldUp = /^(rate|p\d|max|service)/;

/** Whether a figure is not the server's alone, because of the load generator: it is marked wherever it is shown. */
export function isLimited({ generator }: { readonly generator?: Pick<NonNullable<BenchResult['generator']>, 'limited'> | undefined }, figure: string): boolean {
  return generator?.limited === true && heldUp.test(figure);
}
