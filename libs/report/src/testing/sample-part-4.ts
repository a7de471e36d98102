import { type ExperimentRecord, type Lane, quantity, statement } from '#record';

/** Eight clients, of whom four come at once, on two workers: a timeline with many lanes. */
const lanes: Lane[] = [
  ...Array.from({ length: 8 }, (_, index): Lane => {
    const [start, wait] = [index * 11.3, index % 2 === 0 ? 4.2 : 38.6];
    return {
      side: 'client',
      label: { en: `client ${index + 1}`, 'pt-BR': `cliente ${index + 1}` },
      spans: [
        { phase: 'connecting', from: start, to: start + 1.4 },
        { phase: 'waiting', from: start + 1.6, to: start + 1.6 + wait },
        { phase: 'served', from: start + 1.6 + wait, to: start + 121.6 + wait },
        { phase: 'idle', from: start + 121.6 + wait, to: start + 161.6 + wait },
        { phase: 'closing', from: start + 161.6 + wait, to: start + 167.9 + wait },
      ],
    };
  }),
  ...Array.from({ length: 4 }, (_, index): Lane => {
    const start = index * 22.6;
    return {
      side: 'server',
      label: {
        en: `worker ${(index % 2) + 1} · connection ${index + 1}`,
        'pt-BR': `worker ${(index % 2) + 1} · conexão ${index + 1}`,
      },
      spans: [
        { phase: 'waiting', from: start + 1.2, to: start + 3.4 },
        { phase: 'served', from: start + 3.4, to: start + 170.1 },
      ],
    };
  }),
];

export const samplePart4: ExperimentRecord = {
  id: 'part-4',
  title: { en: 'Part 4: the same clients, several workers', 'pt-BR': 'Parte 4: os mesmos clientes, vários workers' },
  question: {
    en: 'How are clients spread over workers, and what does a client see of it?',
    'pt-BR': 'Como os clientes se distribuem entre os workers, e o que um cliente percebe disso?',
  },
  method: statement({
    en: 'Eight clients come one after the other to a server with {workers} workers.',
    'pt-BR': 'Oito clientes chegam, um após o outro, a um servidor com {workers} workers.',
    figures: { workers: quantity(2, 'count') },
  }),
  took: 2_140,
  outcome: {
    status: 'done',
    findings: {
      answer: statement({
        en: 'They are spread evenly, {each} each, and no client can tell: all were answered within {longest}.',
        'pt-BR':
          'Distribuem-se por igual, {each} para cada um, e nenhum cliente percebe: todos receberam resposta em até {longest}.',
        figures: { each: quantity(4, 'count'), longest: quantity(38.6, 'ms') },
      }),
      headline: statement({
        en: 'Every second client waits {longest} for a worker.',
        'pt-BR': 'Um em cada dois clientes espera {longest} por um worker.',
        figures: { longest: quantity(38.6, 'ms') },
      }),
      notes: [],
      links: [],
      timelines: [
        {
          title: { en: 'Eight clients on server-cluster', 'pt-BR': 'Oito clientes em server-cluster' },
          server: 'server-cluster',
          lasted: Math.max(...lanes.flatMap(({ spans }) => spans.map(({ to }) => to))),
          lanes,
        },
      ],
      charts: [],
      tables: [],
      traces: [],
      figures: {},
    },
  },
};
