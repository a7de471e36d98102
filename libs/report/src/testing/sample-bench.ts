import { type BenchRecord, type BenchResult, compare, spread } from '#record';

function result(server: string, cpu: readonly number[], baseline: readonly number[] | undefined): BenchResult {
  return {
    server,
    command: `npm run bench -- --scenarios in-flight-1 --servers ${server}`,
    rounds: { cpu: [...cpu] },
    figures: { cpu: spread(cpu, 'µs') },
    ratios: baseline === undefined ? {} : { cpu: compare(cpu, baseline) },
    latency: [50, 99, 99.9].map((percent) => ({ percent, ms: (cpu[0] ?? 1) / (100 - percent) })),
    memory: [10, 100].map((connections) => ({ connections, bytes: 1e6 + connections * 5_120 })),
    generator: { busy: 0.95, delay: 1.5, late: 0, limited: server === 'c-epoll' },
  };
}

const baseline = [15.1, 15.7, 16.3];

/** A record of the bench, with what was measured, what was not, and why. */
export const sampleBench: BenchRecord = {
  schema: 'echo-lab/bench',
  version: 1,
  startedAt: '2026-01-02T04:05:06.000Z',
  took: 51_200,
  size: 'quick',
  command: 'npm run bench -- --quick --peers all',
  environment: {
    node: 'v26.10.0',
    kernel: 'Linux 6.18.0',
    architecture: 'x64',
    cpu: 'Example Processor 3.1 GHz',
    cores: 2,
    memoryBytes: 8_324_513_792,
    busy: { before: 0.04, after: 0.06 },
  },
  rounds: 3,
  pin: 'apart',
  baseline: 'server-async',
  servers: [
    { name: 'server-async', kind: 'approach', command: 'node main.ts' },
    { name: 'server-threads', kind: 'approach', command: 'node main.ts' },
    { name: 'c-epoll', kind: 'peer', command: './c-epoll' },
  ],
  skipped: [
    {
      server: 'go',
      reason: { text: { en: 'there is no go on this machine', 'pt-BR': 'não há go nesta máquina' }, figures: {} },
    },
  ],
  figures: [
    { id: 'cpu', label: { en: 'CPU time a message', 'pt-BR': 'tempo de CPU por mensagem' }, unit: 'µs', better: 'lower' },
  ],
  scenarios: [
    {
      id: 'in-flight-1',
      title: { en: '1 message in flight', 'pt-BR': '1 mensagem pendente' },
      description: {
        text: { en: '{connections} connections.', 'pt-BR': '{connections} conexões.' },
        figures: { connections: { value: 50, unit: 'count' } },
      },
      headline: 'cpu',
      figures: ['cpu'],
      results: [
        result('server-async', baseline, undefined),
        result('server-threads', [15.3, 15.2, 17.4], baseline),
        result('c-epoll', [8.1, 8.2, 8.3], baseline),
      ],
      without: [
        {
          server: 'server-serial',
          reason: {
            text: { en: 'it serves one connection at a time', 'pt-BR': 'ele atende uma conexão por vez' },
            figures: {},
          },
        },
      ],
    },
    {
      id: 'hash',
      title: { en: 'Not reached', 'pt-BR': 'Não alcançado' },
      description: { text: { en: 'Nothing.', 'pt-BR': 'Nada.' }, figures: {} },
      headline: 'cpu',
      figures: ['cpu'],
      results: [],
      without: [],
    },
  ],
  failure: { text: { en: 'go ended by itself', 'pt-BR': 'go terminou por conta própria' }, figures: {} },
  interrupted: false,
};
