import type { Language } from '#command-line';
import type { ProblemCode, ProblemOf } from '#measure';
import { english } from './catalogue.en.ts';
import { portuguese } from './catalogue.pt-br.ts';

export type MeasureCatalogue = typeof english & { readonly locale: Language };

export const measureCatalogues: Readonly<Record<Language, MeasureCatalogue>> = {
  en: { locale: 'en', ...english },
  'pt-BR': { locale: 'pt-BR', ...portuguese },
};

/** Puts a problem into words. */
export function describeProblem<Code extends ProblemCode>(
  catalogue: MeasureCatalogue,
  problem: ProblemOf<Code>,
): string {
  const describe = catalogue.problem[problem.code] as (problem: ProblemOf<Code>) => string;
  return describe(problem);
}
