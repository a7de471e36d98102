export { Fifo } from './fifo.ts';
export { Histogram, type HistogramData } from './histogram.ts';
export { connectionMemory, firstConnections, type Held, heldConnections } from './connection-memory.ts';
export {
  type Arrivals,
  type GeneratorFigures,
  type Limit,
  type LoadErrors,
  type LoadMode,
  loadModes,
  type LoadPlan,
  type LoadResult,
  maxBytesInFlight,
  minSize,
  stepsPerMs,
} from './load-plan.ts';
export type { Address } from './load.ts';
export { LoadProcess } from './load-process.ts';
export { loadServer } from './load-server.ts';
export { LoopDelay } from './loop-delay.ts';
export { checkLoad, type Figures, measure, type MeasureOptions } from './measure.ts';
export { MeasureError, type Problem, type ProblemCode, type ProblemOf } from './measure-error.ts';
export { measureRounds, type RoundsOptions } from './measure-rounds.ts';
export { monotonic } from './monotonic.ts';
export { outsideServer } from './outside-server.ts';
export { ownServer } from './own-server.ts';
export { cpusFor, pinned, type Pinning, pinnings } from './pinning.ts';
export type { ServerSpec } from './server-spec.ts';
export { RunningServer } from './running-server.ts';
export { runLoad } from './run-load.ts';
export { seededRandom } from './seeded-random.ts';
export { type Summary, summarize } from './summary.ts';
