import { type BenchRecord, type BenchResult, spread } from '#record';
import { benchFigures } from '../figures.ts';

type Rounds = Readonly<Record<string, readonly number[]>>;

/** A record of one scenario, with these values of its rounds by server and figure. */
export function sampleBench(values: Readonly<Record<string, Rounds>>, changes: Partial<BenchRecord> = {}): BenchRecord {
  const results = Object.entries(values).map(
    ([server, rounds]): BenchResult => ({
      server,
      command: `npm run bench -- --servers ${server}`,
      rounds: Object.fromEntries(Object.entries(rounds).map(([id, all]) => [id, [...all]])),
      figures: Object.fromEntries(
        Object.entries(rounds).map(([id, all]) => [
          id,
          spread(all, benchFigures.find((figure) => figure.id === id)?.unit ?? 'plain'),
        ]),
      ),
      ratios: {},
      latency: [],
      memory: [],
    }),
  );
  return {
    schema: 'echo-lab/bench',
    version: 1,
    startedAt: '2026-01-02T03:04:05.000Z',
    took: 1,
    size: 'quick',
    command: 'npm run bench',
    environment: { node: '26.0.0', kernel: 'Linux', architecture: 'x64', cpu: 'one', cores: 2, memoryBytes: 1 },
    rounds: 3,
    pin: 'none',
    baseline: 'server-async',
    servers: Object.keys(values).map((name) => ({
      name,
      kind: name.startsWith('server-') ? 'approach' : 'peer',
      command: name,
    })),
    skipped: [],
    figures: [...benchFigures],
    scenarios: [
      {
        id: 'open',
        title: { en: 'Open', 'pt-BR': 'Aberto' },
        description: { text: { en: 'so', 'pt-BR': 'assim' }, figures: {} },
        headline: 'p99',
        figures: ['p99', 'cpu'],
        results,
        without: [],
      },
    ],
    interrupted: false,
    ...changes,
  };
}
