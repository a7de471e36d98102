import { describe, expect, test } from '@jest/globals';
import { RestartBackoff } from './restart-backoff.ts';

describe('RestartBackoff', () => {
  test('died() replaces the first at once, then later and later, and calls the sixth hopeless', () => {
    const backoff = new RestartBackoff();
    const delays = [0, 0, 0, 0, 0].map((livedMs) => backoff.died(livedMs));
    expect(delays).toEqual([0, 100, 200, 400, 800]);
    expect(backoff.hopeless).toBe(false);
    expect(backoff.died(0)).toBe(1_600);
    expect(backoff.hopeless).toBe(true);
    expect(backoff.deaths).toBe(6);
  });

  test('died() takes the death of a sound worker for the first again', () => {
    const backoff = new RestartBackoff();
    expect([0, 1_999, 2_000, 0].map((livedMs) => backoff.died(livedMs))).toEqual([0, 100, 0, 100]);
  });

  test('died() never gives up on workers that each lived', () => {
    const backoff = new RestartBackoff();
    expect(Array.from({ length: 20 }, () => backoff.died(60_000))).toEqual(Array(20).fill(0));
  });
});
