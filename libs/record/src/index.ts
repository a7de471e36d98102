export { type Bars, type Chart, type Curves, type Series } from './chart.ts';
export { type Claim, type Verdict, verdicts } from './claim.ts';
export { type Environment, loadedFrom, wasLoaded } from './environment.ts';
export { type ExperimentRecord, type Findings, findingsSchema } from './experiment-record.ts';
export { median } from './median.ts';
export { compare, figureOf, highOf, lowOf, type Quantity, quantity, spread, type Unit } from './quantity.ts';
export { parseRunRecord, type RunRecord, type Size, sizes } from './run-record.ts';
export { joined, type Statement, statement } from './statement.ts';
export type { Cell, Table } from './table.ts';
export { readBenchRecord, readRunRecord, UnreadableRecord } from './read-record.ts';
export type { Text } from './text.ts';
export { type Lane, type Phase, phases, type Span, type Timeline } from './timeline.ts';
export type { ServerEvent, Trace, Visit } from './trace.ts';
export { writeFigure, writeQuantity, writeStatement, writeValue } from './write-quantity.ts';
export { type Fallen, fallenSchema } from './fallen.ts';
export {
  type BenchFigure,
  type BenchRatio,
  type BenchRecord,
  type BenchResult,
  type BenchScenario,
  parseBenchRecord,
} from './bench-record.ts';
