import { describe, expect, test } from '@jest/globals';
import { median } from './median.ts';

describe('median()', () => {
  test('median() takes the middle, or the mean of the two middle values', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
    expect(median([])).toBeNaN();
  });
});
