import type { Language } from '#command-line';
import { english } from './catalogue.en.ts';
import { portuguese } from './catalogue.pt-br.ts';
import type { FailureCode, FailureOf } from './failure.ts';

export type Catalogue = typeof english & { readonly locale: Language };

export const catalogues: Readonly<Record<Language, Catalogue>> = {
  en: { locale: 'en', ...english },
  'pt-BR': { locale: 'pt-BR', ...portuguese },
};

/** Puts a failure into words. */
export function describeFailure<Code extends FailureCode>(catalogue: Catalogue, failure: FailureOf<Code>): string {
  const describe = catalogue.failure[failure.code] as (failure: FailureOf<Code>) => string;
  return describe(failure);
}
