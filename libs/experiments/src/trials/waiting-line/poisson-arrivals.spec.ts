import { describe, expect, test } from '@jest/globals';
import { mean } from '../../statistics/mean.ts';
import { percentile } from '../../statistics/percentile.ts';
import { poissonArrivals } from './poisson-arrivals.ts';
import { seededRandom } from '#measure';

describe('seededRandom()', () => {
  test('gives the same numbers for the same seed, and others for another', () => {
    const draw = (seed: number): number[] => Array.from({ length: 5 }, seededRandom(seed));
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
  });

  test('spreads them evenly from 0 to 1', () => {
    const numbers = Array.from({ length: 10_000 }, seededRandom(1));
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...numbers)).toBeLessThan(1);
    expect(mean(numbers)).toBeCloseTo(0.5, 1);
    expect(percentile(numbers, 0.1)).toBeCloseTo(0.1, 1);
  });
});

describe('poissonArrivals()', () => {
  const arrivals = poissonArrivals({ rate: 1_000, duration: 50_000, seed: 3 });
  const gaps = arrivals.slice(1).map((at, index) => at - (arrivals[index] ?? NaN));

  test('comes at the rate, in order, within the duration', () => {
    expect(arrivals.length / 50_000).toBeCloseTo(1, 1);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...arrivals)).toBeLessThan(50_000);
  });

  test('has gaps as an exponential has them: their deviation is their mean', () => {
    const average = mean(gaps);
    const deviation = Math.sqrt(mean(gaps.map((gap) => (gap - average) ** 2)));
    expect(deviation / average).toBeCloseTo(1, 1);
  });

  test('is the same for the same seed', () => {
    expect(poissonArrivals({ rate: 1_000, duration: 50_000, seed: 3 })).toEqual(arrivals);
  });
});

describe('percentile()', () => {
  test('is the value that the share of values does not exceed', () => {
    const values = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect([0, 0.5, 0.99, 1].map((share) => percentile(values, share))).toEqual([1, 50, 99, 100]);
  });

  test('is a value that was there, also among few', () => {
    expect(percentile([3, 1, 2], 0.5)).toBe(2);
    expect(percentile([5], 0.99)).toBe(5);
  });

  test('is NaN of none', () => {
    expect(percentile([], 0.5)).toBeNaN();
  });
});
