import type { Text } from '#record';

/** A kind of use, and the figure that decides which approach suits it. */
export interface ConclusionCase {
  readonly id: CaseId;
  readonly title: Text;
  /** Its name among the experiments' figures. */
  readonly figure: string;
  /** What is better of it: less, where it says nothing. */
  readonly better?: 'more';
}

export type CaseId =
  | 'few' | 'holding' | 'idle' | 'short' | 'small-messages' | 'computing' | 'beside-heavy' | 'crash' | 'footprint';

/** In the order in which they are told. */
export const conclusionCases: readonly ConclusionCase[] = [
  {
    id: 'few',
    title: { en: 'a few light clients', 'pt-BR': 'poucos clientes leves' },
    figure: 'light-p99-alone',
  },
  {
    id: 'holding',
    title: { en: 'clients that hold their connection', 'pt-BR': 'clientes que mantêm a conexão' },
    figure: 'total-for-n-clients',
  },
  {
    id: 'idle',
    title: { en: 'many idle connections', 'pt-BR': 'muitas conexões ociosas' },
    figure: 'memory-connection-served',
  },
  {
    id: 'short',
    title: { en: 'short connections', 'pt-BR': 'conexões curtas' },
    figure: 'cpu-connection',
  },
  {
    id: 'small-messages',
    title: { en: 'many small messages', 'pt-BR': 'muitas mensagens pequenas' },
    figure: 'cpu-message-of-many',
  },
  {
    id: 'computing',
    title: { en: 'messages that compute', 'pt-BR': 'mensagens que usam a CPU' },
    figure: 'speed-up',
    better: 'more',
  },
  {
    id: 'beside-heavy',
    title: { en: 'light clients beside a heavy one', 'pt-BR': 'clientes leves ao lado de um pesado' },
    figure: 'light-p99-beside-heavy',
  },
  {
    id: 'crash',
    title: { en: 'a worker dies', 'pt-BR': 'um worker morre' },
    figure: 'lost-with-a-worker',
  },
  {
    id: 'footprint',
    title: { en: 'smallest footprint', 'pt-BR': 'menor consumo de memória' },
    figure: 'memory-idle',
  },
];
