import { seededRandom } from '#measure';

export interface PoissonOptions {
  /** Arrivals a second, in the long run. */
  readonly rate: number;
  /** ms. */
  readonly duration: number;
  readonly seed: number;
}

/**
 * The moments, in ms, at which clients that know nothing of each other arrive: the gaps between them are exponential.
 * The same seed gives the same moments, squeezed or stretched with the rate.
 */
export function poissonArrivals({ rate, duration, seed }: PoissonOptions): readonly number[] {
  const random = seededRandom(seed);
  const gap = (): number => (-Math.log(1 - random()) / rate) * 1_000;
  const arrivals: number[] = [];
  for (let at = gap(); at < duration; at += gap()) arrivals.push(at);
  return arrivals;
}
