import { expect, test } from '@jest/globals';
import { compare, spread } from './quantity.ts';

test('spread() gives the median and the whole range', () => {
  expect(spread([3, 1, 2], 'ms')).toEqual({ value: 2, unit: 'ms', low: 1, high: 3, repeats: 3 });
  expect(spread([4, 1, 2, 3], 'ms').value).toBe(2.5);
  expect(spread([7], 'ms')).toEqual({ value: 7, unit: 'ms' });
});

test('spread() has nothing to say of no value', () => {
  expect(() => spread([], 'ms')).toThrow(RangeError);
});

test('compare() finds a difference where every round agrees on it', () => {
  expect(compare([20, 22, 30], [10, 11, 10])).toMatchObject({ different: true, ratio: { value: 2, low: 2, high: 3 } });
});

test('compare() finds none where the rounds cover 1', () => {
  expect(compare([20, 9, 30], [10, 11, 10]).different).toBe(false);
});
