import type { Prediction } from './predict.ts';

/**
 * The approach to take. What fits with one event loop needs no workers: the simplest is taken, in the order of the
 * workspace. Of several with workers, the one of less memory. Where none fits, the one of least load.
 */
export function choose(predictions: readonly Prediction[]): Prediction | undefined {
  const fitting = predictions.filter(({ fit }) => fit === 'fits');
  const [simplest] = fitting;
  if (simplest === undefined) return predictions.toSorted((a, b) => a.load - b.load)[0];
  if (simplest.workers === 'none') return simplest;
  return fitting.toSorted((a, b) => (a.memory ?? Infinity) - (b.memory ?? Infinity) || 0)[0];
}
