import { describe, expect, test } from '@jest/globals';
import { quantity, spread } from './quantity.ts';
import { statement } from './statement.ts';
import { writeQuantity, writeStatement, writeValue } from './write-quantity.ts';

describe('writeValue()', () => {
  test.each([
    [0, 'ms', '0 ms'],
    [0.0423, 'ms', '42.3 µs'],
    [0.25, 'ms', '0.25 ms'],
    [951.4, 'ms', '951 ms'],
    [2_843, 'ms', '2.84 s'],
    [180_000, 'ms', '3 min'],
    [85.25, 'µs', '85.3 µs'],
    [11.2, 'µs', '11.2 µs'],
    [250, 'µs', '0.25 ms'],
    [0, 'bytes', '0 B'],
    [54_200_000, 'bytes', '54.2 MB'],
    [-1_500, 'bytes', '-1.5 kB'],
    [15.13, 'ratio', '15.1×'],
    [0.4, 'share', '40%'],
    [47_448, 'per-second', '47,448/s'],
    [10_000, 'count', '10,000'],
  ] as const)('writes %d %s as %s', (value, unit, text) => {
    expect(writeValue(value, unit, 'en')).toBe(text);
  });

  test('writes numbers as the language does', () => {
    expect(writeValue(2_843.5, 'ms', 'pt-BR')).toBe('2,84 s');
    expect(writeValue(47_448, 'count', 'pt-BR')).toBe('47.448');
  });
});

describe('writeQuantity()', () => {
  test('writes the range of repeats, with the unit once where both ends have the same', () => {
    expect(writeQuantity(spread([0.41, 0.72, 0.5], 'ms'), 'en')).toBe('0.5 ms (0.41–0.72 ms)');
    expect(writeQuantity(spread([900, 1_100], 'ms'), 'en')).toBe('1 s (900 ms–1.1 s)');
  });

  test('writes no range where there is none to see', () => {
    expect(writeQuantity(spread([5, 5, 5], 'ms'), 'en')).toBe('5 ms');
    expect(writeQuantity(quantity(5, 'ms'), 'en')).toBe('5 ms');
  });
});

test('writeStatement() fills in the figures, and leaves a placeholder without one to be seen', () => {
  const said = statement({ en: '{one} of {two}', 'pt-BR': '{two} e {one}' }, { one: quantity(1.5, 'ratio') });
  expect(writeStatement(said, 'en')).toBe('1.5× of {two}');
  expect(writeStatement(said, 'pt-BR')).toBe('{two} e 1,5×');
});
