import { expect, test } from '@jest/globals';
import type { ClimbStep } from './climb-threads.ts';
import { costOf, costOfMany, takenBy } from './thread-cost.ts';

const step = (threads: number, addresses: number, memory: number): ClimbStep => ({ threads, addresses, memory, maps: 0 });
/** The first thread brings 1,000 along; each takes 80, of which 2 or 3 are used. */
const steps = [step(0, 500, 50), step(10, 2_300, 1_070), step(20, 3_100, 1_090), step(40, 4_700, 1_150)];

test('costOf() goes from step to step, and leaves out what the first threads bring along', () => {
  expect(costOf({ steps })).toMatchObject({ addresses: { value: 80 }, memory: { low: 2, high: 3 } });
});

test('costOf() takes the only step that there is, and has none of no thread', () => {
  expect(costOf({ steps: steps.slice(0, 2) }).addresses.value).toBe(180);
  expect(() => costOf({ steps: steps.slice(0, 1) })).toThrow(RangeError);
});

test('takenBy() is what was measured beyond none, or else as many times the cost of one', () => {
  expect(takenBy(20, { steps })).toMatchObject({ addresses: { value: 2_600 }, memory: { value: 1_040 } });
  expect(takenBy(100, { steps })).toEqual(costOfMany(100, costOf({ steps })));
  expect(costOfMany(100, costOf({ steps })).addresses.value).toBe(8_000);
});
