import type { Quantity, Text } from '#record';
import type { Ranking } from './rank-servers.ts';

/** A kind of use, and the figure that decides which approach suits it. */
export interface ConclusionCase {
  readonly title: Text;
  /** Its name among the experiments' figures. */
  readonly figure: string;
  /** What is better of it: less, where it says nothing. */
  readonly better?: 'more';
}

/** A case that was measured. */
export interface Concluded extends ConclusionCase, Ranking {
  /** Those that were measured. */
  readonly servers: readonly string[];
  /** Of all that are among the best, and of the worst. */
  readonly bestFigure: Quantity;
  readonly worstFigure: Quantity | undefined;
  readonly experiment: string;
}

/** In the order in which they are told. */
export const conclusionCases = {
  few: {
    title: { en: 'a few light clients', 'pt-BR': 'poucos clientes leves' },
    figure: 'light-p99-alone',
  },
  holding: {
    title: { en: 'clients that hold their connection', 'pt-BR': 'clientes que mantêm a conexão' },
    figure: 'total-for-n-clients',
  },
  idle: {
    title: { en: 'many idle connections', 'pt-BR': 'muitas conexões ociosas' },
    figure: 'memory-connection-served',
  },
  short: {
    title: { en: 'short connections', 'pt-BR': 'conexões curtas' },
    figure: 'cpu-connection',
  },
  'small-messages': {
    title: { en: 'many small messages', 'pt-BR': 'muitas mensagens pequenas' },
    figure: 'cpu-message-of-many',
  },
  computing: {
    title: { en: 'messages that compute', 'pt-BR': 'mensagens que usam a CPU' },
    figure: 'speed-up',
    better: 'more',
  },
  'beside-heavy': {
    title: { en: 'light clients beside a heavy one', 'pt-BR': 'clientes leves ao lado de um pesado' },
    figure: 'light-held-up',
  },
  crash: {
    title: { en: 'a worker dies', 'pt-BR': 'um worker morre' },
    figure: 'lost-with-a-worker',
  },
  footprint: {
    title: { en: 'smallest footprint', 'pt-BR': 'menor consumo de memória' },
    figure: 'memory-idle',
  },
} as const satisfies Readonly<Record<string, ConclusionCase>>;

export type CaseId = keyof typeof conclusionCases;
