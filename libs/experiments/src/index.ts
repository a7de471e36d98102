export { claims, type ClaimId } from './claims.ts';
export type { Experiment, ExperimentResult, Judgement } from './experiment.ts';
export { ExperimentError } from './experiment-error.ts';
export { experiments } from './experiments.ts';
export { Lab, type LabOptions } from './lab.ts';
export { findPython, type Python } from './python.ts';
