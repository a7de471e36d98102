import { type Chart, quantity, type Series, type Table } from '#record';
import type { Fit } from '../../statistics/fit.ts';
import { rangeOf } from '../../statistics/range-of.ts';
import { type Climbed, type Growth, lastOf } from './judge.ts';

const clientsAxis = { label: { en: 'clients', 'pt-BR': 'clientes' }, unit: 'count' } as const;

export function totalChart(all: readonly Climbed[]): Chart {
  return {
    kind: 'curves',
    title: { en: 'Total time of N clients', 'pt-BR': 'Tempo total de N clientes' },
    description: {
      en: 'Total time against the number of clients that come at the same time, on each server; both axes logarithmic.',
      'pt-BR': 'Tempo total em função do número de clientes que chegam ao mesmo tempo, em cada servidor; os dois eixos logarítmicos.',
    },
    x: { ...clientsAxis, scale: 'log' },
    y: { label: { en: 'total time', 'pt-BR': 'tempo total' }, unit: 'ms', scale: 'log' },
    series: all.map(({ approach: { name }, steps }) => ({
      ...named(name),
      points: steps.map(({ clients, total }) => ({ x: clients, y: total.value, ...rangeOf(total) })),
    })),
  };
}

export function gainChart(growths: readonly Growth[]): Chart {
  const [first] = growths as [Growth, ...Growth[]];
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
      ...growths.map(({ server, gains }) => ({
        ...named(server),
        points: gains.map(({ clients, gain }) => ({ x: clients, y: gain.value, ...rangeOf(gain) })),
      })),
      fitted(first, first.linear, { en: 'best line', 'pt-BR': 'melhor reta' }),
      fitted(first, first.exponential, { en: 'best exponential', 'pt-BR': 'melhor exponencial' }),
    ],
  };
}

function named(server: string): Pick<Series, 'label' | 'server' | 'kind'> {
  return { label: { en: server, 'pt-BR': server }, server, kind: 'measured' };
}

/** Drawn at more places than were measured, so that a curve looks like one. */
function fitted({ gains }: Growth, fit: Fit, label: Series['label']): Series {
  const most = lastOf(gains).clients;
  const places = Array.from({ length: 33 }, (_, step) => 1 + ((most - 1) * step) / 32);
  return { label, kind: 'predicted', points: places.map((x) => ({ x, y: fit.at(x) })) };
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
  return {
    title: { en: 'What describes the gain', 'pt-BR': 'O que descreve o ganho' },
    columns: [
      { en: 'server', 'pt-BR': 'servidor' },
      { en: 'gain with most clients', 'pt-BR': 'ganho com mais clientes' },
      { en: 'gain per client, by the line', 'pt-BR': 'ganho por cliente, pela reta' },
      { en: 'R² of the line', 'pt-BR': 'R² da reta' },
      { en: 'R² of the exponential', 'pt-BR': 'R² da exponencial' },
      { en: 'forecast by a line', 'pt-BR': 'previsão por uma reta' },
      { en: 'forecast by an exponential', 'pt-BR': 'previsão por uma exponencial' },
    ],
    rows: growths.map(({ server, gains, linear, exponential, forecast }) => [
      server,
      lastOf(gains).gain,
      quantity(linear.growth, 'ratio'),
      quantity(linear.r2, 'plain'),
      quantity(exponential.r2, 'plain'),
      quantity(forecast.linear, 'ratio'),
      quantity(forecast.exponential, 'ratio'),
    ]),
  };
}
