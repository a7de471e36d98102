import type { Language } from '#command-line';
import type { Phase, Size, Verdict } from '#record';
import { english } from './catalogue-en.ts';
import { brazilianPortuguese } from './catalogue-pt-br.ts';

/** What the report says of itself, in one language. A language that lacks a text does not pass the type check. */
export interface Catalogue {
  readonly title: string;
  readonly intro: string;
  readonly skip: string;
  readonly contents: string;

  readonly summary: {
    readonly title: string;
    readonly headlines: string;
    readonly claims: (claims: number) => string;
    readonly fell: string;
    readonly allClaims: string;
  };

  readonly verdict: Readonly<Record<Verdict, string>>;
  /** What stands after the number of claims that it counts. */
  readonly verdictCount: Readonly<Record<Verdict, (claims: number) => string>>;

  readonly experiment: {
    readonly parts: string;
    readonly further: string;
    readonly question: string;
    readonly answer: string;
    readonly method: string;
    readonly notes: string;
    readonly claims: string;
    readonly took: string;
    readonly skipped: string;
    readonly failed: string;
    readonly repeat: string;
    readonly cut: (left: number) => string;
  };

  readonly phase: Readonly<Record<Phase, string>>;
  readonly timeline: {
    readonly clients: string;
    readonly server: string;
    readonly axis: string;
    readonly describe: (clients: number, servers: number) => string;
    readonly lane: string;
    readonly phase: string;
    readonly from: string;
    readonly to: string;
    /** Of what is too short to be drawn to scale. */
    readonly tiny: string;
  };

  readonly chart: {
    readonly values: string;
    readonly bar: string;
    readonly value: string;
    readonly range: string;
  };

  readonly trace: {
    readonly title: (server: string) => string;
    readonly at: string;
    readonly who: string;
    readonly what: string;
    readonly server: string;
    readonly worker: (id: number) => string;
    readonly connection: (id: number) => string;
    readonly moment: Readonly<
      Record<'started' | 'connected' | 'sent' | 'firstByte' | 'replied' | 'ended' | 'closed', string>
    >;
  };

  readonly claims: {
    readonly title: string;
    readonly intro: string;
    readonly id: string;
    readonly claim: string;
    readonly verdict: string;
    readonly because: string;
    readonly experiment: string;
  };

  readonly bench: {
    readonly title: string;
    /** Of a bench that got as far as no server, the baseline is empty. */
    readonly intro: (baseline: string) => string;
    readonly rounds: string;
    readonly pin: Readonly<Record<'together' | 'apart' | 'none', string>>;
    readonly skipped: string;
    readonly limited: string;
    readonly notToldApart: string;
    readonly server: string;
    readonly ratio: (baseline: string) => string;
    readonly ratioTitle: (figure: string, baseline: string) => string;
    readonly ratioDescription: string;
    readonly latencyTitle: string;
    readonly latencyDescription: string;
    readonly oneIn: string;
    readonly latency: string;
    readonly memoryTitle: string;
    readonly memoryDescription: string;
    readonly connections: string;
    readonly memory: string;
  };

  readonly environment: {
    readonly title: string;
    readonly intro: string;
    readonly date: string;
    readonly course: string;
    readonly author: string;
    readonly command: string;
    readonly size: string;
    readonly took: string;
    readonly servers: string;
    readonly commit: string;
    readonly dirty: string;
    readonly noCommit: string;
    readonly node: string;
    readonly kernel: string;
    readonly cpu: string;
    readonly cores: string;
    readonly memory: string;
    readonly python: string;
    readonly noPython: string;
    readonly busy: string;
    readonly busyBefore: string;
    readonly busyAfter: string;
    readonly unknown: string;
  };
  readonly size: Readonly<Record<Size, string>>;

  readonly notice: {
    readonly title: string;
    readonly loaded: string;
    readonly interrupted: string;
    readonly takenOut: string;
    readonly leftOut: string;
    readonly notDone: string;
    readonly missing: string;
  };

  readonly markdown: {
    readonly title: string;
    readonly observations: string;
    readonly conclusions: string;
    readonly nothing: string;
    readonly part: (part: number) => string;
  };
  readonly nothing: string;
}

export const catalogues: Readonly<Record<Language, Catalogue>> = { en: english, 'pt-BR': brazilianPortuguese };
