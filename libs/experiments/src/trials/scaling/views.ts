import { type Chart, quantity, type Table } from '#record';
import { measuredOf, pointOf, predictedBy } from '../../findings/series.ts';
import { tableOf } from '../../findings/table-of.ts';
import { type Climbed, type Growth, lastOf } from './judge.ts';

const clientsAxis = { label: { en: 'clients', 'pt-BR': 'clientes' }, unit: 'count' } as const;

export function totalChart(all: readonly Climbed[]): Chart {
  return {
    kind: 'curves',
    shows: 'total-for-n-clients',
    title: { en: 'Total time of N clients', 'pt-BR': 'Tempo total de N clientes' },
    description: {
      en: 'Total time against the number of clients that come at the same time, on each server; both axes logarithmic.',
      'pt-BR': 'Tempo total em função do número de clientes que chegam ao mesmo tempo, em cada servidor; os dois eixos logarítmicos.',
    },
    x: { ...clientsAxis, scale: 'log' },
    y: { label: { en: 'total time', 'pt-BR': 'tempo total' }, unit: 'ms', scale: 'log' },
    series: all.map(({ approach: { name }, steps }) => measuredOf(name, steps, ({ clients, total }) => pointOf(clients, total))),
  };
}

export function gainChart(growths: readonly Growth[]): Chart {
  const [first] = growths as [Growth, ...Growth[]];
  const most = lastOf(first.gains).clients;
  // More than were measured, so that a curve looks like one.
  const places = Array.from({ length: 33 }, (_, step) => 1 + ((most - 1) * step) / 32);
  return {
    kind: 'curves',
    title: { en: 'Gain over the serial server', 'pt-BR': 'Ganho sobre o servidor serial' },
    description: {
      en: `Total of the serial server divided by that of each concurrent one, against the number of clients. Dashed: the line and the exponential that fit ${first.server} best.`,
      'pt-BR': `Total do servidor serial dividido pelo de cada concorrente, em função do número de clientes. Tracejadas: a reta e a exponencial que melhor se ajustam a ${first.server}.`,
    },
    x: { ...clientsAxis, scale: 'linear' },
    y: { label: { en: 'gain', 'pt-BR': 'ganho' }, unit: 'ratio', scale: 'linear' },
    series: [
      ...growths.map(({ server, gains }) => measuredOf(server, gains, ({ clients, gain }) => pointOf(clients, gain))),
      predictedBy({ en: 'best line', 'pt-BR': 'melhor reta' }, places, first.linear.at),
      predictedBy({ en: 'best exponential', 'pt-BR': 'melhor exponencial' }, places, first.exponential.at),
    ],
  };
}

export function totalTable(all: readonly Climbed[]): Table {
  return {
    title: { en: 'Total time by number of clients', 'pt-BR': 'Tempo total por número de clientes' },
    columns: [clientsAxis.label, ...all.map(({ approach: { name } }) => ({ en: name, 'pt-BR': name }))],
    rows: (all[0]?.steps ?? []).map(({ clients }, index) => [
      quantity(clients, 'count'),
      ...all.map(({ steps }) => steps[index]?.total ?? null),
    ]),
  };
}

export function gainTable(growths: readonly Growth[]): Table {
  return tableOf({ en: 'What describes the gain', 'pt-BR': 'O que descreve o ganho' }, growths, [
    { en: 'server', 'pt-BR': 'servidor', cell: ({ server }) => server },
    { en: 'gain with most clients', 'pt-BR': 'ganho com mais clientes', cell: ({ gains }) => lastOf(gains).gain },
    { en: 'gain per client, by the line', 'pt-BR': 'ganho por cliente, pela reta', cell: ({ linear }) => quantity(linear.growth, 'ratio') },
    { en: 'R² of the line', 'pt-BR': 'R² da reta', cell: ({ linear }) => quantity(linear.r2, 'plain') },
    { en: 'R² of the exponential', 'pt-BR': 'R² da exponencial', cell: ({ exponential }) => quantity(exponential.r2, 'plain') },
    { en: 'forecast by a line', 'pt-BR': 'previsão por uma reta', cell: ({ forecast }) => quantity(forecast.linear, 'ratio') },
    {
      en: 'forecast by an exponential',
      'pt-BR': 'previsão por uma exponencial',
      cell: ({ forecast }) => quantity(forecast.exponential, 'ratio'),
    },
  ]);
}
