import { inLanguages, inWords, type Language, type Spoken } from '#command-line';
import type { Problem } from '#measure';
import { type Statement, statement } from '#record';
import { english } from './catalogue.en.ts';
import { portuguese } from './catalogue.pt-br.ts';

export type MeasureCatalogue = Spoken<typeof english>;

export const measureCatalogues = inLanguages(english, portuguese);

/** A problem in words, in every language. */
export function problemStatement(problem: Problem): Statement {
  const said = (language: Language): string => inWords(measureCatalogues[language].problem, problem);
  return statement({ en: said('en'), 'pt-BR': said('pt-BR') });
}
