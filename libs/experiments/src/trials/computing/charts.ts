import { type Bars, compare, type Curves, type Quantity } from '#record';
import { barOf } from '../../findings/bar-of.ts';
import { barsByServer } from '../../findings/bars-by-server.ts';
import { measuredOf, pointOf, predictedBy } from '../../findings/series.ts';
import { heavyMs, type Light, type Speeds } from './measure.ts';

/** How many times as much each server gets done, by the number of clients. */
export function speedChart({ steps, servers }: Speeds, cores: number): Curves {
  return {
    kind: 'curves',
    shows: 'speed-up',
    title: { en: 'Computing: speed-up over one client', 'pt-BR': 'Uso da CPU: speedup em relação a um cliente' },
    description: {
      en: 'How many times as much each server gets done for so many clients as for one, when each message computes.',
      'pt-BR': 'Trabalho que cada servidor faz para tantos clientes, em relação ao que faz para um só, quando cada mensagem usa a CPU.',
    },
    x: { label: { en: 'clients', 'pt-BR': 'clientes' }, unit: 'count', scale: 'linear' },
    y: { label: { en: 'speed-up', 'pt-BR': 'speedup' }, unit: 'ratio', scale: 'linear' },
    series: [
      ...servers.map(({ approach: { name }, perSecond }) =>
        measuredOf(name, steps, (clients, step) => pointOf(clients, compare(perSecond[step] ?? [], perSecond[0] ?? []).ratio)),
      ),
      predictedBy({ en: 'as many as there are cores', 'pt-BR': 'número de núcleos' }, steps, (clients) => Math.min(clients, cores)),
    ],
  };
}

/** The p99 of light messages, without and with a heavy client. */
export function lightChart(lights: readonly Light[]): Bars {
  return {
    kind: 'bars',
    title: { en: 'Light messages: p99 alone and beside a heavy client', 'pt-BR': 'Mensagens leves: p99 sem e com um cliente pesado' },
    description: {
      en: 'The time within which 99 of 100 messages that cost nothing are answered, without and with one client whose messages compute.',
      'pt-BR': 'Tempo em que 99 de cada 100 mensagens leves são respondidas, sem e com um cliente cujas mensagens usam a CPU.',
    },
    unit: 'ms',
    bars: lights.flatMap(({ approach: { name }, alone, beside }) => [
      barOf({ en: `${name}, alone`, 'pt-BR': `${name}, só clientes leves` }, alone, name),
      barOf({ en: `${name}, beside a heavy one`, 'pt-BR': `${name}, com um pesado` }, beside, name),
    ]),
    mark: { value: heavyMs, label: { en: 'one heavy message', 'pt-BR': 'uma mensagem pesada' } },
  };
}

/** How many of the light clients a heavy one holds up. */
export function heldUpChart(heldUp: Readonly<Record<string, Quantity>>): Bars {
  return barsByServer(
    { en: 'Light clients held up by a heavy one', 'pt-BR': 'Clientes leves atrasados por um pesado' },
    heldUp,
    {
      en: 'Share of the light clients that had to wait for a heavy message of another client.',
      'pt-BR': 'Parcela dos clientes leves que tiveram de esperar por uma mensagem pesada de outro cliente.',
    },
  );
}
