export { advise, type Advice } from './advice/advise.ts';
export type { Fit, Prediction } from './advice/predict.ts';
export type { Question } from './advice/question.ts';
export { claims, type ClaimId } from './findings/claim-texts.ts';
export type { Experiment, ExperimentResult, Judgement } from './running/experiment.ts';
export { ExperimentError } from './running/experiment-error.ts';
export { experiments } from './experiments.ts';
export { Lab, type LabOptions, type OutsideServer } from './running/lab.ts';
export { runExperiments, type RunOptions, type Step, type StepEnd } from './running/run-experiments.ts';
