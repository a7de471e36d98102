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

test('delayFigures() tells the 99th percentile, in ms', () => {
  const delays = lateOnce(100);
  for (let more = 0; more < 9; more++) delays.record(50 * stepsPerMs);
  expect(delayFigures(delays)['loop-delay']).toBeCloseTo(50, 0);
});

test('delayFigures() calls no longest delay a percentile: of fewer than 100, or of no loop, there is none', () => {
  expect(delayFigures(lateOnce(99))).toEqual({});
  expect(delayFigures(lateOnce(100))).toEqual({ 'loop-delay': 0 });
  expect(delayFigures(undefined)).toEqual({});
});
