import type { Language } from '#command-line';
import type { BenchComparison } from '#bench';
import type { Size } from '#record';
import { benchEn } from './bench-catalogue-en.ts';
import { benchPtBR } from './bench-catalogue-pt-br.ts';

/** Everything that `bench` says to a person. */
export interface BenchCatalogue {
  readonly locale: Language;
  readonly columns: Readonly<Record<'server' | 'ratio' | 'repeat', string>>;
  readonly head: (rounds: number, size: string, baseline: string, pin: string) => string;
  readonly sizes: Readonly<Record<Size, string>>;
  readonly pins: Readonly<Record<'together' | 'apart' | 'none', string>>;
  readonly notToldApart: string;
  /** Where a ratio has no range. */
  readonly oneRound: string;
  readonly without: (server: string, reason: string) => string;
  readonly skipped: (server: string, reason: string) => string;
  readonly limited: string;
  readonly loaded: (share: string) => string;
  readonly failed: (reason: string) => string;
  readonly unexpected: (error: string) => string;
  readonly stopped: string;
  readonly took: (time: string) => string;
  readonly files: Readonly<Record<'report' | 'record' | 'earlier', string>>;
  readonly progress: {
    readonly building: (server: string) => string;
    readonly checking: (server: string) => string;
    readonly measured: (round: number, rounds: number, server: string, figures: string) => string;
  };
  readonly threshold: {
    readonly broken: (text: string, scenario: string, server: string, found: string) => string;
    readonly unmeasured: (text: string) => string;
    readonly kept: (count: number) => string;
  };
  readonly compare: {
    readonly title: (file: string, date: string) => string;
    readonly better: string;
    readonly worse: string;
    readonly same: (count: number) => string;
    readonly undecided: (count: number) => string;
    readonly unmatched: (count: number) => string;
    readonly environment: (what: string) => string;
    readonly what: Readonly<Record<BenchComparison['environment'][number], string>>;
    readonly noRecord: (file: string, reason: string) => string;
  };
  readonly usage: {
    readonly server: (name: string, known: readonly string[]) => string;
    readonly peer: (name: string, known: readonly string[]) => string;
    readonly scenario: (name: string, known: readonly string[]) => string;
    readonly nothing: string;
    readonly noPort: (command: string) => string;
    readonly twice: (name: string) => string;
    readonly baseline: (name: string, names: readonly string[]) => string;
    readonly threshold: (text: string) => string;
    readonly whole: (min: number, max: number) => string;
  };
  readonly help: Readonly<
    Record<
      | 'description'
      | 'quick'
      | 'thorough'
      | 'servers'
      | 'peers'
      | 'server'
      | 'scenarios'
      | 'rounds'
      | 'rate'
      | 'baseline'
      | 'pin'
      | 'threshold'
      | 'compare'
      | 'out'
      | 'json'
      | 'csv'
      | 'lang',
      string
    >
  >;
}

export const benchCatalogues: Readonly<Record<Language, BenchCatalogue>> = { en: benchEn, 'pt-BR': benchPtBR };
