import { type ExperimentRecord, quantity, statement } from '#record';
import { sampleServers } from './sample-servers.ts';

/** Bars: with a value to hold them against, and with labels that are wide. */
export const sampleComputing: ExperimentRecord = {
  id: 'computing',
  title: { en: 'Work that computes', 'pt-BR': 'Trabalho que usa a CPU' },
  question: {
    en: 'Which servers use more than one core when each message takes computing?',
    'pt-BR': 'Que servidores usam mais de um núcleo quando cada mensagem exige cálculo?',
  },
  method: statement({
    en: '{clients} clients send messages that take {rounds} rounds of hashing each.',
    'pt-BR': '{clients} clientes enviam mensagens que exigem {rounds} rodadas de hash cada.',
    figures: { clients: quantity(8, 'count'), rounds: quantity(20_000, 'count') },
  }),
  took: 8_010,
  outcome: {
    status: 'done',
    findings: {
      answer: statement({
        en: 'Only those with workers: {cluster} with processes, {threads} with threads.',
        'pt-BR': 'Só os que têm workers: {cluster} com processos, {threads} com threads.',
        figures: {
          cluster: { value: 1.84, unit: 'ratio', low: 1.71, high: 1.92, repeats: 5 },
          threads: { value: 1.88, unit: 'ratio', low: 1.79, high: 1.95, repeats: 5 },
        },
      }),
      notes: [],
      links: [],
      timelines: [],
      charts: [
        {
          kind: 'bars',
          shows: 'speed-up',
          title: { en: 'Speed-up over one loop', 'pt-BR': 'Ganho sobre um único laço' },
          description: {
            en: 'How many times the messages a second of server-async each server reached.',
            'pt-BR': 'Quantas vezes as mensagens por segundo de server-async cada servidor alcançou.',
          },
          unit: 'ratio',
          bars: [0.99, 1, 0.98, 1.84, 1.88].map((value, index) => ({
            label: { en: sampleServers[index] ?? '', 'pt-BR': sampleServers[index] ?? '' },
            server: sampleServers[index],
            value,
            low: Math.round(value * 94) / 100,
            high: Math.round(value * 104) / 100,
          })),
          mark: { value: 2, label: { en: 'cores', 'pt-BR': 'núcleos' } },
        },
        {
          kind: 'bars',
          title: { en: 'A light client beside a heavy one', 'pt-BR': 'Um cliente leve ao lado de um pesado' },
          description: {
            en: 'The slowest one in a hundred replies to a light client, alone and beside a heavy one.',
            'pt-BR': 'A resposta mais lenta em cem para um cliente leve, sozinho e ao lado de um pesado.',
          },
          unit: 'ms',
          bars: ['server-async', 'server-threads'].flatMap((server, index) => [
            {
              label: { en: `${server}, alone`, 'pt-BR': `${server}, sozinho` },
              server,
              value: 0.41 + index / 10,
              low: 0.38,
              high: 0.62,
            },
            {
              label: { en: `${server}, beside a heavy client`, 'pt-BR': `${server}, ao lado de um cliente pesado` },
              server,
              value: index === 0 ? 182.4 : 2.7,
              low: index === 0 ? 171.2 : 1.9,
              high: index === 0 ? 197.5 : 4.4,
            },
          ]),
        },
      ],
      tables: [],
      traces: [],
      figures: {},
    },
  },
};
