import { type Cell, type Quantity, quantity, spread, type Table } from '#record';
import { rateTimesStay } from '../../clients/open-queue.ts';
import { percentile } from '../../statistics/percentile.ts';
import { waitAtOneServer, waitInOneLine } from '../../statistics/queueing.ts';
import { type Line, runsAt, tracedWait, waitOf } from './measure.ts';

/** Everything that was measured and computed, server by server. */
export function waitTable(lines: readonly Line[]): Table {
  return {
    title: { en: 'Measured, computed, and Little’s law', 'pt-BR': 'Medido, calculado e a lei de Little' },
    columns: [
      { en: 'server', 'pt-BR': 'servidor' },
      { en: 'utilisation', 'pt-BR': 'utilização' },
      { en: 'clients', 'pt-BR': 'clientes' },
      { en: 'service', 'pt-BR': 'atendimento' },
      { en: 'mean wait', 'pt-BR': 'espera média' },
      { en: 'one line, same arrivals', 'pt-BR': 'fila única, mesmas chegadas' },
      { en: 'theory, one line', 'pt-BR': 'teoria, fila única' },
      { en: 'theory, a line a worker', 'pt-BR': 'teoria, uma fila por worker' },
      { en: 'L', 'pt-BR': 'L' },
      { en: 'λW', 'pt-BR': 'λW' },
    ],
    rows: lines.flatMap((line) =>
      [...new Set(line.runs.map(({ utilisation }) => utilisation))].map((utilisation) => {
        const { approach, service, servers } = line;
        const runs = runsAt(line, utilisation);
        return [
          approach.name,
          quantity(utilisation, 'share'),
          quantity(runs.reduce((sum, { arrivals }) => sum + arrivals.length, 0), 'count'),
          quantity(service, 'ms'),
          waitOf(line, utilisation),
          tracedWait(line, utilisation),
          quantity(waitInOneLine({ service, utilisation }, servers), 'ms'),
          servers === 1 ? null : quantity(waitAtOneServer({ service, utilisation }), 'ms'),
          spread(runs.map(({ present }) => present), 'plain'),
          spread(runs.map(rateTimesStay), 'plain'),
        ];
      }),
    ),
  };
}

/** How far the arrivals and the counts of some lines can be trusted, over all their runs. */
export function accuracyOf(lines: readonly Line[]): Readonly<Record<'late' | 'own' | 'ratio' | 'known', Quantity>> {
  const all = lines.flatMap(({ runs }) => runs);
  return {
    late: quantity(percentile(all.flatMap(({ run }) => run.lateness), 0.95), 'ms'),
    own: quantity(Math.max(...all.map(({ ownShare }) => ownShare)), 'share'),
    ratio: spread(all.map(({ run }) => run.present / rateTimesStay(run)), 'ratio'),
    known: spread(all.map(({ run }) => run.known), 'share'),
  };
}

/** Server by server, and of all of them, for the sentences are of all. */
export function accuracyTable(lines: readonly Line[], stretch: number): Table {
  const cellsOf = (some: readonly Line[], together: Cell): Cell[] => {
    const { late, own, ratio, known } = accuracyOf(some);
    return [late, own, ratio, known, together];
  };
  return {
    title: { en: 'How exact it is', 'pt-BR': 'Quão exato é' },
    columns: [
      { en: 'server', 'pt-BR': 'servidor' },
      { en: '95 of 100 clients late by at most', 'pt-BR': 'atraso máximo de 95 em cada 100 clientes' },
      { en: 'of one core, to make them', 'pt-BR': 'de um núcleo, para gerá-los' },
      { en: 'L to λW', 'pt-BR': 'L em relação a λW' },
      { en: 'of their stays, known to the server', 'pt-BR': 'das permanências, conhecidas pelo servidor' },
      { en: 'bare threads together, to one alone', 'pt-BR': 'threads simples juntas, em relação a uma só' },
    ],
    rows: [
      ...lines.map((line) => [line.approach.name, ...cellsOf([line], line.servers > 1 ? quantity(stretch, 'ratio') : null)]),
      [{ en: 'all', 'pt-BR': 'todos' }, ...cellsOf(lines, null)],
    ],
  };
}
