import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { build } from 'hdr-histogram-js';
import { Histogram } from './histogram.ts';

const values = fc.array(fc.integer({ min: 0, max: Histogram.highest }).chain((top) => fc.integer({ min: 0, max: top })), {
  minLength: 1,
  maxLength: 200,
});
const percents = [0.001, 1, 25, 50, 75, 90, 99, 99.9, 99.99, 99.999, 100];

function histogramOf(recorded: readonly number[]): Histogram {
  const histogram = new Histogram();
  for (const value of recorded) histogram.record(value);
  return histogram;
}

describe('Histogram', () => {
  test('Histogram.percentile() is that of hdr-histogram-js with three digits', () => {
    fc.assert(
      fc.property(values, (recorded) => {
        const oracle = build({
          lowestDiscernibleValue: 1,
          highestTrackableValue: Histogram.highest,
          numberOfSignificantValueDigits: 3,
          bitBucketSize: 64,
          useWebAssembly: false,
        });
        for (const value of recorded) oracle.recordValue(value);
        const ours = histogramOf(recorded);
        // Ours never goes beyond the greatest value that was recorded.
        const most = Math.max(...recorded);
        for (const percent of percents) {
          expect(ours.percentile(percent)).toBe(Math.min(oracle.getValueAtPercentile(percent), most));
        }
        expect(ours.count).toBe(oracle.totalCount);
      }),
      { numRuns: 200 },
    );
  });

  test('Histogram keeps least, greatest and mean as they were recorded', () => {
    fc.assert(
      fc.property(values, (recorded) => {
        const { min, max, mean } = histogramOf(recorded);
        expect(min).toBe(Math.min(...recorded));
        expect(max).toBe(Math.max(...recorded));
        expect(mean).toBeCloseTo(recorded.reduce((sum, value) => sum + value, 0) / recorded.length, 3);
      }),
    );
  });

  test('Histogram.percentile() is at most 0.1 % above the value of the nearest rank', () => {
    fc.assert(
      fc.property(values, fc.double({ min: 0.001, max: 100, noNaN: true }), (recorded, percent) => {
        const sorted = recorded.toSorted((a, b) => a - b);
        const exact = sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length * (1 - Number.EPSILON)) - 1)] ?? NaN;
        const found = histogramOf(recorded).percentile(percent);
        expect(found).toBeGreaterThanOrEqual(exact);
        expect(found).toBeLessThanOrEqual(exact * 1.001);
      }),
    );
  });

  test('Histogram.merge() and from(toJSON()) lose nothing', () => {
    fc.assert(
      fc.property(values, values, (some, others) => {
        const merged = histogramOf(some);
        merged.merge(Histogram.from(JSON.parse(JSON.stringify(histogramOf(others))) as ReturnType<Histogram['toJSON']>));
        expect(merged.toJSON()).toEqual(histogramOf([...some, ...others]).toJSON());
      }),
    );
  });

  test('Histogram.record() rounds down and keeps what is out of range at its ends', () => {
    const histogram = histogramOf([-5, 3.9, 2 ** 40]);
    expect([histogram.min, histogram.percentile(50), histogram.max]).toEqual([0, 3, Histogram.highest]);
  });

  test('Histogram says NaN of nothing, also once it was sent', () => {
    const empty = Histogram.from(new Histogram().toJSON());
    expect([empty.count, empty.min, empty.max, empty.mean, empty.percentile(50)]).toEqual([0, NaN, NaN, NaN, NaN]);
    empty.record(7);
    expect(empty.min).toBe(7);
  });
});
