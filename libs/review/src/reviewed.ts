import { type Approach, shortName } from '#approaches';
import type { RunRecord } from '#record';
import { type CodeFigures, codeFigures } from './code-figures.ts';
import { type RunFigures, runFiguresOf } from './run-figures.ts';
import { type Source, sourcesOf } from './source.ts';

/** An approach with everything that a review shows of it. */
export interface Reviewed {
  readonly approach: Approach;
  /** Its name as people say it: `async`. */
  readonly short: string;
  readonly sources: readonly Source[];
  readonly figures: CodeFigures;
  readonly run: RunFigures;
}

/** @param record of the run whose figures stand beside the code, where there is one */
export function review(approach: Approach, record?: RunRecord): Reviewed {
  const sources = sourcesOf(approach);
  return {
    approach,
    short: shortName(approach.name),
    sources,
    figures: codeFigures(sources),
    run: runFiguresOf(record, approach.name),
  };
}
