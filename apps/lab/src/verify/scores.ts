import { type Level, levels, type Outcome } from '#contract';

/** How many clauses of a level passed, of those that could be tried or should have been. */
export interface Score {
  readonly level: Level;
  readonly passed: number;
  readonly of: number;
  readonly notTried: number;
}

/** A score for each level of which there is a clause. */
export function scoresOf(outcomes: readonly Outcome[]): readonly Score[] {
  return levels.flatMap((level) => {
    const its = outcomes.filter(({ clause }) => clause.level === level);
    const { passed, 'not-tried': notTried } = countResults(its);
    return its.length === 0 ? [] : [{ level, passed, of: its.length - notTried, notTried }];
  });
}

export type Counts = Readonly<Record<Outcome['result'], number>>;

export function countResults(outcomes: readonly Outcome[]): Counts {
  const counts = { passed: 0, failed: 0, unsteady: 0, 'not-tried': 0, 'not-reached': 0 };
  for (const { result } of outcomes) counts[result]++;
  return counts;
}
