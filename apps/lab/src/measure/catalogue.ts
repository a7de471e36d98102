import { inLanguages, type Language, type Spoken } from '#command-line';
import type { Problem, ProblemCode, ProblemOf } from '#measure';
import { type Statement, statement } from '#record';
import { english } from './catalogue.en.ts';
import { portuguese } from './catalogue.pt-br.ts';

export type MeasureCatalogue = Spoken<typeof english>;

export const measureCatalogues = inLanguages(english, portuguese);

/** A problem in words, in every language. */
export function problemStatement(problem: Problem): Statement {
  const inWords = (language: Language): string => describeProblem(measureCatalogues[language], problem);
  return statement({ en: inWords('en'), 'pt-BR': inWords('pt-BR') });
}

/** Puts a problem into words. */
export function describeProblem<Code extends ProblemCode>(
  catalogue: MeasureCatalogue,
  problem: ProblemOf<Code>,
): string {
  const describe = catalogue.problem[problem.code] as (problem: ProblemOf<Code>) => string;
  return describe(problem);
}
