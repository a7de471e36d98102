export { BenchError } from './bench-error.ts';
export { type BenchServer, approachServer, givenServer } from './bench-server.ts';
export { type BenchOptions, type BenchProgress, runBench } from './run-bench.ts';
export { benchFigures, type FigureId } from './figures.ts';
export type { Scenario } from './scenario.ts';
export { scenarios } from './scenarios.ts';
export { type Breach, breachesOf, parseThreshold, type Threshold } from './threshold.ts';
export { type BenchComparison, type Change, compareBenches } from './compare-benches.ts';
