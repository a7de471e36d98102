import { inLanguages, type Spoken } from '#command-line';
import { english } from './catalogue.en.ts';
import { portuguese } from './catalogue.pt-br.ts';
import type { FailureCode, FailureOf } from './failure.ts';

export type Catalogue = Spoken<typeof english>;

export const catalogues = inLanguages(english, portuguese);

/** Puts a failure into words. */
export function describeFailure<Code extends FailureCode>(catalogue: Catalogue, failure: FailureOf<Code>): string {
  const describe = catalogue.failure[failure.code] as (failure: FailureOf<Code>) => string;
  return describe(failure);
}
