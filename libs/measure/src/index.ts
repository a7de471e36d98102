export {
  type Limit,
  type LoadErrors,
  type LoadMode,
  loadModes,
  type LoadPlan,
  maxBytesInFlight,
  minSize,
} from './load-plan.ts';
export type { Address } from './load.ts';
export { type Figures, measure, type MeasureOptions } from './measure.ts';
export { MeasureError, type Problem, type ProblemCode, type ProblemOf } from './measure-error.ts';
export { measureRounds, type RoundsOptions } from './measure-rounds.ts';
export { median } from './median.ts';
export { outsideServer } from './outside-server.ts';
export { ownServer } from './own-server.ts';
export { type CpuTime, cpuTimeOf, pssOf } from './process-cost.ts';
export type { ServerSpec } from './server-spec.ts';
export { processTree } from './process-tree.ts';
export { type Exit, RunningServer } from './running-server.ts';
export { runLoad } from './run-load.ts';
export { type Summary, summarize } from './summary.ts';
