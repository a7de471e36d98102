import type { Language } from '#command-line';
import type { ProblemCode, ProblemOf } from '#measure';
import { measureEn } from './measure-catalogue-en.ts';
import { measurePtBR } from './measure-catalogue-pt-br.ts';

/** Everything that `measure` says to a person. A language that lacks a text does not compile. */
export interface MeasureCatalogue {
  readonly locale: Language;
  readonly columns: Readonly<
    Record<'server' | 'cpu' | 'user' | 'system' | 'ratio' | 'rate' | 'pssBefore' | 'pssAfter', string>
  >;
  readonly load: (load: LoadWords) => string;
  readonly oneConnection: string;
  readonly round: (round: number, rounds: number, server: string, cpu: string, rate: string) => string;
  readonly problem: { readonly [Code in ProblemCode]: (problem: ProblemOf<Code>) => string };
  readonly usage: {
    readonly noServer: string;
    readonly noPort: (command: string) => string;
    readonly whole: (min: number, max: number) => string;
    readonly duration: (max: string) => string;
    readonly tooLarge: string;
    readonly baseline: (name: string, names: readonly string[]) => string;
    readonly twice: (name: string) => string;
    readonly either: string;
  };
  readonly help: Readonly<
    Record<
      | 'description'
      | 'servers'
      | 'server'
      | 'connections'
      | 'inFlight'
      | 'size'
      | 'mode'
      | 'rounds'
      | 'duration'
      | 'messages'
      | 'warmup'
      | 'flags'
      | 'baseline'
      | 'pin'
      | 'json'
      | 'lang',
      string
    >
  >;
}

/** The load, each part already written out. */
export interface LoadWords {
  readonly connect: boolean;
  readonly connections: number;
  readonly inFlight: number;
  readonly size: number;
  readonly rounds: number;
  /** A duration, or a number of messages. */
  readonly limit: string;
  readonly timed: boolean;
}

export const measureCatalogues: Readonly<Record<Language, MeasureCatalogue>> = { en: measureEn, 'pt-BR': measurePtBR };

/** Puts a problem into words. */
export function describeProblem<Code extends ProblemCode>(
  catalogue: MeasureCatalogue,
  problem: ProblemOf<Code>,
): string {
  const describe = catalogue.problem[problem.code] as (problem: ProblemOf<Code>) => string;
  return describe(problem);
}
