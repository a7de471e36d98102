import type { Language } from '#command-line';
import { en } from './catalogue-en.ts';
import { ptBR } from './catalogue-pt-br.ts';
import type { FailureCode, FailureOf } from './failure.ts';

/** Everything that the client says to a person. A language that lacks a text does not compile. */
export interface Catalogue {
  readonly locale: string;
  readonly failure: { readonly [Code in FailureCode]: (failure: FailureOf<Code>) => string };
  readonly times: {
    readonly connect: string;
    readonly firstByte: string;
    /** Of one reply, where there are several. */
    readonly whole: string;
    readonly total: string;
    /** Milliseconds, already written out. */
    readonly spread: (mean: string, max: string) => string;
    readonly messages: (count: number) => string;
    readonly pieces: (count: number) => string;
  };
  readonly skipped: (count: number) => string;
  readonly prompt: { readonly welcome: (address: string) => string };
  readonly help: {
    readonly description: string;
    readonly headings: Readonly<Record<'Usage:' | 'Arguments:' | 'Options:', string>>;
    readonly messages: string;
    readonly host: string;
    readonly port: string;
    readonly framing: string;
    readonly hold: string;
    readonly repeat: string;
    readonly timeout: string;
    readonly lang: string;
    readonly json: string;
    readonly help: string;
    readonly byDefault: string;
  };
  readonly usage: {
    readonly port: string;
    readonly duration: string;
    readonly durationOrOff: string;
    readonly count: string;
    readonly oneOf: (choices: readonly string[]) => string;
    readonly invalid: (name: string, value: string, reason: string) => string;
    readonly unknownOption: (name: string) => string;
    readonly missingValue: (name: string) => string;
    readonly emptyMessage: string;
    readonly lineInMessage: (message: string) => string;
    readonly seeHelp: string;
  };
}

export const catalogues: Readonly<Record<Language, Catalogue>> = { en, 'pt-BR': ptBR };

/** Puts a failure into words. */
export function describeFailure<Code extends FailureCode>(catalogue: Catalogue, failure: FailureOf<Code>): string {
  const describe = catalogue.failure[failure.code] as (failure: FailureOf<Code>) => string;
  return describe(failure);
}
