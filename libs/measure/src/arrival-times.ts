import type { Arrivals } from './load-plan.ts';
import { seededRandom } from './seeded-random.ts';

/** The moments at which messages are meant to be sent, in ms from the start, without end. */
export function* arrivalTimes({ perSecond, spacing, seed }: Arrivals): Generator<number, never> {
  const random = seededRandom(seed);
  const mean = 1_000 / perSecond;
  for (let at = 0; ; ) {
    at += spacing === 'fixed' ? mean : -Math.log(1 - random()) * mean;
    yield at;
  }
}
