import fc from 'fast-check';
import type { Approach } from '#approaches';
import { type Quantity, spread, type Unit } from '#record';
import type { Known } from '../running/lab.ts';
import { pythonServers } from '../running/python-servers.ts';

/** What conclusions know of a server. */
export type Kind = Pick<Approach, 'name' | 'serves' | 'workers'>;

const kinds: readonly Kind[] = [
  { name: 'server-serial', serves: 'serial', workers: 'none' },
  { name: 'server-async', serves: 'overlapping', workers: 'none' },
  // Another's name is within it: whoever looks for names in a sentence must not take the one for the other.
  { name: 'server-async-2', serves: 'overlapping', workers: 'none' },
  { name: 'server-cluster', serves: 'overlapping', workers: 'processes' },
  { name: 'server-threads', serves: 'overlapping', workers: 'threads' },
];

/** Servers that are not ours: nobody knows their workers. */
export const strangers: readonly Known[] = [
  ...Object.values(pythonServers).map(({ name, serves }) => ({ name, serves })),
  { name: 'mine', serves: 'overlapping' },
];

/** Any of ours, one at least. */
export const someKinds: fc.Arbitrary<readonly Kind[]> = fc.shuffledSubarray([...kinds], { minLength: 1 });

/** What was measured: nothing, much, hardly different, and often the same, as counts and shares are. */
export const someValue: fc.Arbitrary<number> = fc.oneof(
  fc.constantFrom(0, 1, 2, 100),
  fc.integer({ min: 1, max: 20 }).map((step) => 100 + step),
  fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
);

/** Of as many rounds. */
export function someValues(rounds: number, value: fc.Arbitrary<number> = someValue): fc.Arbitrary<number[]> {
  return fc.array(value, { minLength: rounds, maxLength: rounds });
}

export function someQuantity(unit: Unit, value: fc.Arbitrary<number> = someValue): fc.Arbitrary<Quantity> {
  return fc.array(value, { minLength: 1, maxLength: 3 }).map((values) => spread(values, unit));
}

/** One measurement of each of some servers. */
export function ofSome<T>(one: (kind: Kind) => fc.Arbitrary<T>): fc.Arbitrary<T[]> {
  return someKinds.chain((some) => fc.tuple(...some.map(one)));
}

/** As `ofSome`, and behind them some of those that are not ours. */
export function ofSomeBeside<T>(others: readonly Known[], one: (known: Known) => fc.Arbitrary<T>): fc.Arbitrary<T[]> {
  return fc.tuple(someKinds, fc.subarray([...others])).chain(([ours, some]) => fc.tuple(...[...ours, ...some].map(one)));
}
