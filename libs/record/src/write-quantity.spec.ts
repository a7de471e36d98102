import { describe, expect, test } from '@jest/globals';
import { figureOf, quantity, spread } from './quantity.ts';
import { statement } from './statement.ts';
import { writeFigure, writeQuantity, writeStatement, writeValue } from './write-quantity.ts';

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
    [99.95, 'percentile', 'p99.95'],
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

  test('writes a figure of several servers from the least to the greatest, and once where they are written alike', () => {
    const memory = { a: spread([5_100, 5_160, 5_300], 'bytes'), b: quantity(6_050, 'bytes'), c: quantity(8_140, 'bytes'), d: quantity(5_162, 'bytes') };
    expect(writeQuantity(figureOf('memory', memory), 'en')).toBe('5.16 to 8.14 kB');
    expect(writeQuantity(figureOf('memory', memory), 'pt-BR')).toBe('5,16 a 8,14 kB');
    expect(writeQuantity(figureOf('memory', memory, ['a', 'd']), 'en')).toBe('5.16 kB');
    expect(writeQuantity(figureOf('memory', memory, ['a']), 'en')).toBe('5.16 kB (5.1–5.3 kB)');
    expect(writeFigure(figureOf('memory', memory, ['a']), 'en')).toBe('5.16 kB');
    expect(() => figureOf('memory', memory, ['e'])).toThrow('e has no memory');
  });

  test('writes no range where there is none to see', () => {
    expect(writeQuantity(spread([5, 5, 5], 'ms'), 'en')).toBe('5 ms');
    expect(writeQuantity(quantity(5, 'ms'), 'en')).toBe('5 ms');
  });
});

test('writeStatement() fills in the figures, and leaves a placeholder without one to be seen', () => {
  const said = statement({ en: '{one} of {two}', 'pt-BR': '{two} e {one}', figures: { one: quantity(1.5, 'ratio') } });
  expect(writeStatement(said, 'en')).toBe('1.5× of {two}');
  expect(writeStatement(said, 'pt-BR')).toBe('{two} e 1,5×');
});
