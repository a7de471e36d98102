import type { Experiment } from './running/experiment.ts';
import { backlog } from './experiments/backlog.ts';
import { boundaries } from './experiments/boundaries.ts';
import { computing } from './experiments/computing.ts';
import { cost } from './experiments/cost.ts';
import { endings } from './experiments/endings.ts';
import { fairness } from './experiments/fairness.ts';
import { part1 } from './experiments/part-1.ts';
import { part2 } from './experiments/part-2.ts';
import { part3 } from './experiments/part-3.ts';
import { part4 } from './experiments/part-4.ts';
import { scaling } from './experiments/scaling.ts';
import { seedDesign } from './experiments/seed-design.ts';
import { threads } from './experiments/threads.ts';
import { waitingLine } from './experiments/waiting-line.ts';

/** All of them, in the order in which they are run and reported. */
export const experiments: readonly Experiment[] = [
  part1,
  part2,
  part3,
  part4,
  scaling,
  computing,
  waitingLine,
  backlog,
  boundaries,
  cost,
  fairness,
  endings,
  threads,
  seedDesign,
];
