import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { spreadLabels } from './spread-labels.ts';

test('spreadLabels() leaves labels alone that have room', () => {
  expect(spreadLabels([50, 10, 90], 15, 0, 100)).toEqual([50, 10, 90]);
});

test('spreadLabels() moves those that touch apart, around where they wanted to be', () => {
  expect(spreadLabels([50, 50, 90], 10, 0, 100)).toEqual([45, 55, 90]);
});

test('spreadLabels() keeps the gap to a label that wants to be outside', () => {
  expect(spreadLabels([85, 106], 20, 0, 100)).toEqual([80, 100]);
});

test('spreadLabels() keeps the gap, the limits and the order of whatever it is given', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: -20, max: 320, noNaN: true }), { maxLength: 12 }), (wanted) => {
      const places = spreadLabels(wanted, 20, 0, 300);
      const order = wanted.map((_, index) => index).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
      const sorted = order.map((index) => places[index] ?? NaN);
      expect(sorted.every((place, index) => index === 0 || place - (sorted[index - 1] ?? NaN) >= 20 - 1e-6)).toBe(true);
      expect(sorted.every((place) => place >= -1e-6 && place <= 300 + 1e-6)).toBe(true);
    }),
  );
});
