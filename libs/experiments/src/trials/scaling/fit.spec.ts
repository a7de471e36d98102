import { describe, expect, test } from '@jest/globals';
import { fitExponential, fitLinear, type Point } from './fit.ts';

const points = (y: (x: number) => number, xs = [1, 2, 4, 8, 16, 32, 64]): Point[] => xs.map((x) => ({ x, y: y(x) }));

describe('fitLinear()', () => {
  test('finds the line that the points lie on', () => {
    const fit = fitLinear(points((x) => 3 + 0.5 * x));
    expect(fit.start).toBeCloseTo(3);
    expect(fit.growth).toBeCloseTo(0.5);
    expect(fit.residual).toBeCloseTo(0);
    expect(fit.r2).toBeCloseTo(1);
    expect(fit.at(100)).toBeCloseTo(53);
  });

  test('leaves as little as any line can', () => {
    // Anscombe's first set (The American Statistician 27, 1973): y = 3.00 + 0.500 x, r² = 0.67.
    const xs = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5];
    const ys = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68];
    const fit = fitLinear(xs.map((x, index) => ({ x, y: ys[index] ?? 0 })));
    expect(fit.start).toBeCloseTo(3.0, 2);
    expect(fit.growth).toBeCloseTo(0.5, 3);
    expect(fit.r2).toBeCloseTo(0.667, 3);
  });

  test('explains points that do not vary', () => {
    expect(fitLinear(points(() => 7))).toMatchObject({ growth: 0, residual: 0, r2: 1 });
  });

  test('refuses points at a single x', () => {
    expect(() => fitLinear([{ x: 1, y: 1 }, { x: 1, y: 2 }])).toThrow(RangeError);
    expect(() => fitLinear([])).toThrow(RangeError);
  });
});

describe('fitExponential()', () => {
  test('finds the curve that the points lie on', () => {
    const fit = fitExponential(points((x) => 2 * 1.1 ** x));
    expect(fit.start).toBeCloseTo(2, 1);
    expect(fit.growth).toBeCloseTo(1.1, 3);
    expect(fit.r2).toBeCloseTo(1, 4);
  });

  test('finds one that falls', () => {
    expect(fitExponential(points((x) => 2 * 0.9 ** x)).growth).toBeCloseTo(0.9, 2);
  });

  test('refuses points at a single x', () => {
    expect(() => fitExponential([{ x: 1, y: 1 }])).toThrow(RangeError);
  });

  test.each([
    ['a line', (x: number) => x, 'linear'],
    ['a line that bends down', (x: number) => x / (1 + x / 200), 'linear'],
    ['doubling', (x: number) => 2 ** (x / 4), 'exponential'],
  ])('is held against fitLinear() on %s', (_, y, better) => {
    const [linear, exponential] = [fitLinear(points(y)), fitExponential(points(y))];
    expect(linear.residual < exponential.residual ? 'linear' : 'exponential').toBe(better);
  });
});
