import { type ExperimentRecord, quantity, statement } from '#record';
import { sampleServers } from './sample-servers.ts';

/** A wide table, of figures with and without a range, and one that was not measured. */
export const sampleCost: ExperimentRecord = {
  id: 'cost',
  title: { en: 'What a connection costs', 'pt-BR': 'Quanto custa uma conexão' },
  question: {
    en: 'What do the servers cost, idle and at work?',
    'pt-BR': 'Quanto custam os servidores, parados e em trabalho?',
  },
  method: statement({
    en: 'Memory is PSS over the whole process tree, with {held} connections open.',
    'pt-BR': 'A memória é o PSS de toda a árvore de processos, com {held} conexões abertas.',
    figures: { held: quantity(500, 'count') },
  }),
  took: 9_700,
  outcome: {
    status: 'done',
    findings: {
      answer: statement({
        en: 'A worker process costs {worker} more, a connection {connection} anywhere.',
        'pt-BR': 'Um processo worker custa {worker} a mais; uma conexão, {connection} em qualquer um.',
        figures: {
          worker: quantity(9_130_000, 'bytes'),
          connection: { value: 7_420, unit: 'bytes', low: 6_100, high: 8_900, repeats: 3 },
        },
      }),
      notes: [],
      links: [],
      timelines: [],
      charts: [],
      tables: [
        {
          title: { en: 'Cost by server', 'pt-BR': 'Custo por servidor' },
          columns: [
            { en: 'Server', 'pt-BR': 'Servidor' },
            { en: 'Start', 'pt-BR': 'Início' },
            { en: 'Memory, idle', 'pt-BR': 'Memória, parado' },
            { en: 'Memory a connection', 'pt-BR': 'Memória por conexão' },
            { en: 'CPU a message', 'pt-BR': 'CPU por mensagem' },
            { en: 'Threads', 'pt-BR': 'Threads' },
          ],
          rows: sampleServers.map((server, index) => [
            server,
            { value: 241 + index * 62.5, unit: 'ms', low: 229 + index * 60, high: 262 + index * 70 },
            { value: 31_200_000 + index * 7_400_000, unit: 'bytes' },
            { value: 6_900 + index * 310, unit: 'bytes', low: 6_100 + index * 300, high: 8_200 + index * 320 },
            index === 5 ? null : { value: 21.4 + index * 0.9, unit: 'µs', low: 20.1, high: 27.3 },
            { value: 11 + index * 4, unit: 'count' },
          ]),
        },
      ],
      traces: [],
      figures: {},
    },
  },
};
