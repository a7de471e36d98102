import type { Experiment } from './running/experiment.ts';
import { backlog } from './trials/backlog/experiment.ts';
import { boundaries } from './trials/boundaries/experiment.ts';
import { computing } from './trials/computing/experiment.ts';
import { cost } from './trials/cost/experiment.ts';
import { endings } from './trials/endings/experiment.ts';
import { fairness } from './trials/fairness/experiment.ts';
import { part1 } from './trials/part-1/experiment.ts';
import { part2 } from './trials/part-2/experiment.ts';
import { part3 } from './trials/part-3/experiment.ts';
import { part4 } from './trials/part-4/experiment.ts';
import { rolling } from './trials/rolling/experiment.ts';
import { scaling } from './trials/scaling/experiment.ts';
import { seedDesign } from './trials/seed-design/experiment.ts';
import { threads } from './trials/threads/experiment.ts';
import { waitingLine } from './trials/waiting-line/experiment.ts';

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
  rolling,
  threads,
  seedDesign,
];
