import { expect, test } from '@jest/globals';
import { Histogram, stepsPerMs } from '#measure';
import { delayFigures } from './figures-of.ts';

/** The delays of a loop that was once late by 50 ms, and never else. */
function lateOnce(count: number): Histogram {
  const delays = new Histogram();
  delays.record(50 * stepsPerMs);
  for (let other = 1; other < count; other++) delays.record(0);
  return delays;
}

test('delayFigures() tells the 90th percentile, in ms', () => {
  const delays = lateOnce(10);
  for (let more = 0; more < 9; more++) delays.record(50 * stepsPerMs);
  expect(delayFigures(delays)['loop-delay-p90']).toBeCloseTo(50, 0);
});

test('delayFigures() calls no longest delay a percentile: of fewer than 10, or of no loop, there is none', () => {
  expect(delayFigures(lateOnce(9))).toEqual({});
  expect(delayFigures(lateOnce(10))).toEqual({ 'loop-delay-p90': 0 });
  expect(delayFigures(undefined)).toEqual({});
});
