import type { Language } from '#command-line';
import type { Ended, Outcome, Reason } from '#contract';
import { verifyEn } from './verify-catalogue-en.ts';
import { verifyPtBR } from './verify-catalogue-pt-br.ts';

/** Everything that `verify` says to a person. A language that lacks a text does not compile. */
export interface VerifyCatalogue {
  readonly locale: Language;
  readonly columns: Readonly<Record<'clause' | 'result' | 'time', string>>;
  readonly results: Readonly<Record<Outcome['result'], string>>;
  readonly reasons: { readonly [Code in Reason['code']]: (detail: string) => string };
  readonly ended: (ended: Ended) => string;
  /** One line for so many clauses. */
  readonly notReached: (count: number, why: string) => string;
  readonly summary: (counts: Readonly<Record<Outcome['result'], number>>, time: string) => string;
  readonly unreachable: (server: string, why: string) => string;
  readonly nothingTried: string;
  readonly stopped: string;
  readonly unwritable: (file: string, code: string) => string;
  readonly usage: {
    readonly address: (text: string) => string;
    readonly either: string;
    readonly noPort: string;
    readonly noClause: (prefix: string) => string;
    readonly bytes: string;
  };
  readonly help: Readonly<
    Record<
      | 'description'
      | 'address'
      | 'framing'
      | 'serves'
      | 'workers'
      | 'maxMessageBytes'
      | 'server'
      | 'only'
      | 'long'
      | 'json'
      | 'junit'
      | 'lang',
      string
    >
  >;
}

export const verifyCatalogues: Readonly<Record<Language, VerifyCatalogue>> = { en: verifyEn, 'pt-BR': verifyPtBR };
