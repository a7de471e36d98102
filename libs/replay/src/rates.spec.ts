import { expect, test } from '@jest/globals';
import { clockTime } from './clock.ts';
import { placesAround, rateAt, usualPlace } from './rates.ts';

test('rateAt() goes by 1, 2 and 5', () => {
  expect([-4, -3, -2, -1, 0, 1, 2, 3, 4].map(rateAt)).toEqual([1 / 20, 1 / 10, 1 / 5, 1 / 2, 1, 2, 5, 10, 20]);
});

test.each([0.5, 2, 20, 303, 603, 2000, 5000, 30_000])('usualPlace() plays %d ms in about five seconds', (lasted) => {
  const took = lasted / rateAt(usualPlace(lasted));
  expect(took).toBeGreaterThan(3000);
  expect(took).toBeLessThan(8000);
});

test.each([
  [603, [0, -1, -2, -3, -4, -5, -6]],
  [2, [0, -7, -8, -9, -10, -11, -12, -13]],
  [30_000, [2, 1, 0, -1]],
])('placesAround() has what suits %d ms', (lasted, places) => {
  expect(placesAround(usualPlace(lasted))).toEqual(places);
});

test('clockTime() runs at its rate, and never backwards', () => {
  const clock = { from: 100, since: 5000, rate: 0.1 };
  expect([4990, 5000, 6000].map((now) => clockTime(clock, now))).toEqual([100, 100, 200]);
});
