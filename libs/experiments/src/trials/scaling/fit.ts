import { mean } from '../../statistics/mean.ts';

/** A point that was measured. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A formula that was fitted to points by least squares. */
export interface Fit {
  readonly kind: 'linear' | 'exponential';
  /** y at x = 0. */
  readonly start: number;
  /** Linear: what each unit of x adds. Exponential: by how much each multiplies. */
  readonly growth: number;
  /** The sum of the squared distances in y: what the formula leaves unexplained. */
  readonly residual: number;
  /** The share of the points' variance that the formula explains, at most 1; 1 too where there is none. */
  readonly r2: number;
  readonly at: (x: number) => number;
}

/**
 * y = start + growth · x.
 *
 * @throws RangeError where the points have fewer than two different x
 */
export function fitLinear(points: readonly Point[]): Fit {
  requireSpread(points);
  const meanX = mean(points.map(({ x }) => x));
  const meanY = mean(points.map(({ y }) => y));
  const growth = sum(points.map(({ x, y }) => (x - meanX) * (y - meanY))) / sum(points.map(({ x }) => (x - meanX) ** 2));
  const start = meanY - growth * meanX;
  return fit('linear', start, growth, (x) => start + growth * x, points);
}

/**
 * y = start · growthˣ. Distances are those in y, as for the linear fit, and not in its logarithm, so that both can be
 * held against each other. For a given growth the best start is known; the growth is searched on a fine grid, up to one
 * that multiplies by e¹⁰ over the whole range of x.
 *
 * @throws RangeError where the points have fewer than two different x
 */
export function fitExponential(points: readonly Point[]): Fit {
  const range = requireSpread(points);
  const steps = 4_000;
  let best = { start: NaN, growth: NaN, residual: Infinity };
  for (let step = -steps; step <= steps; step++) {
    const growth = Math.exp((step / steps) * (10 / range));
    const powers = points.map(({ x }) => growth ** x);
    const start = sum(points.map(({ y }, index) => y * (powers[index] ?? NaN))) / sum(powers.map((power) => power ** 2));
    const residual = sum(points.map(({ y }, index) => (y - start * (powers[index] ?? NaN)) ** 2));
    if (residual < best.residual) best = { start, growth, residual };
  }
  const { start, growth } = best;
  return fit('exponential', start, growth, (x) => start * growth ** x, points);
}

function fit(kind: Fit['kind'], start: number, growth: number, at: (x: number) => number, points: readonly Point[]): Fit {
  const middle = mean(points.map(({ y }) => y));
  const residual = sum(points.map(({ x, y }) => (y - at(x)) ** 2));
  const variance = sum(points.map(({ y }) => (y - middle) ** 2));
  return { kind, start, growth, residual, r2: variance === 0 ? 1 : 1 - residual / variance, at };
}

/** How far apart the smallest and the largest x are. */
function requireSpread(points: readonly Point[]): number {
  const all = points.map(({ x }) => x);
  const range = Math.max(...all) - Math.min(...all);
  if (!(range > 0)) throw new RangeError('a fit needs points at two different x at least');
  return range;
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}
