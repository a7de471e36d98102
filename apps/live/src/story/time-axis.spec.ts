import { expect, test } from '@jest/globals';
import { ticksOf, timeAxis } from './time-axis.ts';

test('timeAxis() begins with the tick before the first came, and grows in steps', () => {
  expect(timeAxis(0, 0, 0)).toEqual({ from: 0, length: 1_000 });
  expect(timeAxis(0, 1_001, 1_001)).toEqual({ from: 0, length: 1_500 });
  expect(timeAxis(3_870, 4_700, 4_700)).toEqual({ from: 3_800, length: 1_000 });
  expect(timeAxis(3_870, 4_900, 4_900)).toEqual({ from: 3_500, length: 1_500 });
  expect(timeAxis(3_870, 6_000, 6_000)).toEqual({ from: 3_500, length: 2_500 });
  expect(timeAxis(0, 60_000, 60_000)).toEqual({ from: 0, length: 60_000 });
});

test('timeAxis() has the moment on it that is looked at, where not all of it fits', () => {
  expect(timeAxis(0, 60_001, 60_001)).toEqual({ from: 30_000, length: 60_000 });
  expect(timeAxis(0, 300_000, 300_000)).toEqual({ from: 240_000, length: 60_000 });
  expect(timeAxis(0, 300_000, 20_000)).toEqual({ from: 0, length: 60_000 });
  expect(timeAxis(35_500, 300_000, 90_001)).toEqual({ from: 60_000, length: 60_000 });
});

test('ticksOf() are few and reach both ends', () => {
  for (const length of [1_000, 1_500, 2_500, 7_000, 10_000, 30_000, 60_000]) {
    const ticks = ticksOf({ from: 3_000, length });
    expect(ticks.length).toBeLessThan(9);
    expect([ticks[0], ticks.at(-1)]).toEqual([3_000, 3_000 + length]);
  }
});
