import type { Experiment } from './experiment.ts';
import { part2 } from './experiments/part-2.ts';

/** All of them, in the order in which they are run and reported. */
export const experiments: readonly Experiment[] = [part2];
