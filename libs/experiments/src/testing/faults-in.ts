import type { Experiment, ExperimentResult } from '../running/experiment.ts';
import type { Lab } from '../running/lab.ts';
import { inconsistencies } from './inconsistencies.ts';
import { missingFigures } from './missing-figures.ts';

/** What is wrong with the words of an experiment that was really run: a figure that was set has to stand in its method. */
export function faultsIn(experiment: Experiment, lab: Lab, result: ExperimentResult): readonly string[] {
  const method = experiment.method(lab);
  return [...missingFigures([method]), ...inconsistencies(result, experiment.claims, Object.values(method.figures))];
}
