import type { Language } from '#command-line';
import type { Verdict } from '#record';
import { runEn } from './run-catalogue-en.ts';
import { runPtBR } from './run-catalogue-pt-br.ts';

/** Everything that `run` says to a person. A language that lacks a text does not compile. */
export interface RunCatalogue {
  readonly locale: Language;
  readonly verdicts: Readonly<Record<Verdict, string>>;
  readonly claims: string;
  readonly untried: (claims: number) => string;
  readonly conclusions: string;
  readonly skipped: string;
  readonly leftOut: string;
  readonly loaded: (share: string) => string;
  readonly stopped: string;
  readonly stoppedRun: (done: number, chosen: number) => string;
  readonly files: Readonly<Record<'report' | 'markdown' | 'comparison' | 'record' | 'earlier', string>>;
  readonly took: (time: string) => string;
  readonly takenOut: (server: string, reason: string) => string;
  readonly failed: (id: string, reason: string) => string;
  readonly unexpected: (error: string) => string;
  readonly usage: {
    readonly server: (name: string, known: readonly string[]) => string;
    readonly experiment: (id: string, known: readonly string[]) => string;
    readonly promise: (command: string, servings: readonly string[]) => string;
    readonly noPort: (command: string) => string;
    readonly none: (flag: string) => string;
    readonly twice: (name: string) => string;
  };
  readonly help: Readonly<
    Record<
      | 'description'
      | 'quick'
      | 'thorough'
      | 'servers'
      | 'server'
      | 'experiments'
      | 'author'
      | 'course'
      | 'out'
      | 'json'
      | 'lang',
      string
    >
  >;
}

export const runCatalogues: Readonly<Record<Language, RunCatalogue>> = { en: runEn, 'pt-BR': runPtBR };
