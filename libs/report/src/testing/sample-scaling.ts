import { type ExperimentRecord, quantity, type Series, statement } from '#record';

const clientCounts = [1, 2, 4, 8, 16, 32, 64];

function growth(server: string, base: number, each: number): Series {
  return {
    label: { en: server, 'pt-BR': server },
    server,
    kind: 'measured',
    points: clientCounts.map((x) => {
      const y = Math.round((base + each * x) * 100) / 100;
      return { x, y, low: Math.round(y * 97) / 100, high: Math.round(y * 108) / 100 };
    }),
  };
}

/** Curves: logarithmic ones of every server, whose ends lie close together, and one beside its fits. */
export const sampleScaling: ExperimentRecord = {
  id: 'scaling',
  title: { en: 'How the time for N clients grows', 'pt-BR': 'Como cresce o tempo para N clientes' },
  question: {
    en: 'Does the gain of a concurrent server grow exponentially with the number of clients?',
    'pt-BR': 'O ganho de um servidor concorrente cresce exponencialmente com o número de clientes?',
  },
  method: statement({
    en: '{least} to {most} clients come at once, and each holds its connection for {hold}.',
    'pt-BR': 'De {least} a {most} clientes chegam ao mesmo tempo, e cada um mantém a conexão por {hold}.',
    figures: { least: quantity(1, 'count'), most: quantity(64, 'count'), hold: quantity(100, 'ms') },
  }),
  took: 14_420,
  outcome: {
    status: 'done',
    findings: {
      answer: statement({
        en: 'No, linearly, and at most N times: with {most} clients the gain is {gain}.',
        'pt-BR': 'Não: linearmente, e no máximo N vezes; com {most} clientes, o ganho é de {gain}.',
        figures: { most: quantity(64, 'count'), gain: { value: 51.3, unit: 'ratio', low: 48.8, high: 53.2, repeats: 5 } },
      }),
      notes: [
        statement({
          en: 'The differences between the four concurrent servers lie within their spread of {spread}: no difference was found.',
          'pt-BR':
            'As diferenças entre os quatro servidores concorrentes ficam dentro da variação de {spread}: não se viu diferença.',
          figures: { spread: quantity(0.11, 'share') },
        }),
      ],
      links: [],
      timelines: [],
      charts: [
        {
          kind: 'curves',
          shows: 'total-for-n-clients',
          title: { en: 'Time until N clients were served', 'pt-BR': 'Tempo até N clientes serem atendidos' },
          description: {
            en: 'Time until all of N clients had been served, by server; both axes are logarithmic.',
            'pt-BR':
              'Tempo até todos os N clientes terem sido atendidos, por servidor; ambos os eixos são logarítmicos.',
          },
          x: { label: { en: 'clients at once', 'pt-BR': 'clientes ao mesmo tempo' }, unit: 'count', scale: 'log' },
          y: { label: { en: 'time for all of them', 'pt-BR': 'tempo para todos' }, unit: 'ms', scale: 'log' },
          series: [
            growth('server-serial', 3, 101.2),
            growth('server-async', 101.4, 0.31),
            growth('server-reactive', 101.9, 0.36),
            growth('server-cluster', 103.8, 0.42),
            growth('server-threads', 103.1, 0.52),
            growth('seed-python', 104.6, 0.77),
          ],
        },
        {
          kind: 'curves',
          title: { en: 'Gain over the serial server', 'pt-BR': 'Ganho sobre o servidor serial' },
          description: {
            en: 'How many times faster server-async is than server-serial, with a linear and an exponential fit.',
            'pt-BR':
              'Quantas vezes server-async é mais rápido que server-serial, com um ajuste linear e um exponencial.',
          },
          x: { label: { en: 'clients at once', 'pt-BR': 'clientes ao mesmo tempo' }, unit: 'count', scale: 'linear' },
          y: { label: { en: 'gain', 'pt-BR': 'ganho' }, unit: 'ratio', scale: 'linear' },
          series: [
            {
              label: { en: 'server-async', 'pt-BR': 'server-async' },
              server: 'server-async',
              kind: 'measured',
              points: [1, 2, 3.9, 7.7, 15.1, 28.8, 51.3].map((y, index) => ({
                x: clientCounts[index] ?? 0,
                y,
                low: y * 0.95,
                high: y * 1.04,
              })),
            },
            {
              label: { en: 'linear fit', 'pt-BR': 'ajuste linear' },
              kind: 'predicted',
              points: clientCounts.map((x) => ({ x, y: 1.6 + 0.79 * x })),
            },
            {
              label: { en: 'exponential fit', 'pt-BR': 'ajuste exponencial' },
              kind: 'predicted',
              points: clientCounts.map((x) => ({ x, y: 2.1 * 1.056 ** x })),
            },
          ],
        },
      ],
      tables: [],
      traces: [],
      figures: {},
    },
  },
};
