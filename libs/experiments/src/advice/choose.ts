import type { Prediction } from './predict.ts';

/**
 * The approach to take, of those that keep what was asked of the reply time and of memory. What fits with one event loop
 * needs no workers: the simplest is taken, in the order of the workspace. Of several with workers, the one of less memory.
 * Where none will do, the one that breaks fewest bounds, and of these the one of least load.
 */
export function choose(predictions: readonly Prediction[]): Prediction | undefined {
  const fitting = predictions.filter(willDo);
  const [simplest] = fitting;
  if (simplest === undefined) return predictions.toSorted((a, b) => a.broken.length - b.broken.length || a.load - b.load)[0];
  if (simplest.workers === 'none') return simplest;
  return fitting.toSorted((a, b) => (a.memory ?? Infinity) - (b.memory ?? Infinity) || 0)[0];
}

/** Whether it has room to spare and keeps every bound. */
export function willDo({ fit, broken }: Prediction): boolean {
  return fit === 'fits' && broken.length === 0;
}
