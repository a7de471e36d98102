import { describe, expect, test } from '@jest/globals';
import { RestartPolicy } from './restart-policy.ts';

describe('RestartPolicy', () => {
  test('died() replaces the first at once, then later and later, and calls the sixth hopeless', () => {
    const policy = new RestartPolicy();
    const delays = [0, 0, 0, 0, 0].map((livedMs) => policy.died(livedMs));
    expect(delays).toEqual([0, 100, 200, 400, 800]);
    expect(policy.hopeless).toBe(false);
    expect(policy.died(0)).toBe(1_600);
    expect(policy.hopeless).toBe(true);
    expect(policy.deaths).toBe(6);
  });

  test('died() takes the death of a sound worker for the first again', () => {
    const policy = new RestartPolicy();
    expect([0, 1_999, 2_000, 0].map((livedMs) => policy.died(livedMs))).toEqual([0, 100, 0, 100]);
  });

  test('died() never gives up on workers that each lived', () => {
    const policy = new RestartPolicy();
    expect(Array.from({ length: 20 }, () => policy.died(60_000))).toEqual(Array(20).fill(0));
  });
});
