import { type Quantity, quantity, spread, type Table } from '#record';
import { tableOf } from '../../findings/table-of.ts';
import { rateTimesStay } from './open-queue.ts';
import { percentile } from '../../statistics/percentile.ts';
import { waitAtOneServer, waitInOneLine } from '../../statistics/queueing.ts';
import { type Line, runsAt, tracedWait, waitOf } from './measure.ts';

/** Everything that was measured and computed, server by server. */
export function waitTable(lines: readonly Line[]): Table {
  const all = lines.flatMap((line) =>
    [...new Set(line.runs.map(({ utilisation }) => utilisation))].map((utilisation) => ({
      ...line,
      line,
      utilisation,
      runs: runsAt(line, utilisation),
    })),
  );
  return tableOf({ en: 'Measured, computed, and Little’s law', 'pt-BR': 'Medido, calculado e a lei de Little' }, all, [
    { en: 'server', 'pt-BR': 'servidor', cell: ({ approach }) => approach.name },
    { en: 'utilisation', 'pt-BR': 'utilização', cell: ({ utilisation }) => quantity(utilisation, 'share') },
    { en: 'clients', 'pt-BR': 'clientes', cell: ({ runs }) => quantity(runs.flatMap(({ arrivals }) => arrivals).length, 'count') },
    { en: 'service', 'pt-BR': 'atendimento', cell: ({ service }) => quantity(service, 'ms') },
    { en: 'mean wait', 'pt-BR': 'espera média', cell: ({ line, utilisation }) => waitOf(line, utilisation) },
    {
      en: 'one line, same arrivals',
      'pt-BR': 'fila única, mesmas chegadas',
      cell: ({ line, utilisation }) => tracedWait(line, utilisation),
    },
    {
      en: 'theory, one line',
      'pt-BR': 'teoria, fila única',
      cell: ({ servers, ...queue }) => quantity(waitInOneLine(queue, servers), 'ms'),
    },
    {
      en: 'theory, a line a worker',
      'pt-BR': 'teoria, uma fila por worker',
      cell: ({ servers, ...queue }) => (servers === 1 ? null : quantity(waitAtOneServer(queue), 'ms')),
    },
    { en: 'L', 'pt-BR': 'L', cell: ({ runs }) => spread(runs.map(({ present }) => present), 'plain') },
    { en: 'λW', 'pt-BR': 'λW', cell: ({ runs }) => spread(runs.map(rateTimesStay), 'plain') },
  ]);
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
  const all = [
    ...lines.map((line) => ({
      name: line.approach.name,
      ...accuracyOf([line]),
      together: line.servers > 1 ? quantity(stretch, 'ratio') : null,
    })),
    { name: { en: 'all', 'pt-BR': 'todos' }, ...accuracyOf(lines), together: null },
  ];
  return tableOf({ en: 'How exact it is', 'pt-BR': 'Precisão da medição' }, all, [
    { en: 'server', 'pt-BR': 'servidor', cell: ({ name }) => name },
    { en: '95 of 100 clients late by at most', 'pt-BR': 'atraso máximo de 95 em cada 100 clientes', cell: ({ late }) => late },
    { en: 'of one core, to make them', 'pt-BR': 'uso de um núcleo para gerá-los', cell: ({ own }) => own },
    { en: 'L to λW', 'pt-BR': 'L em relação a λW', cell: ({ ratio }) => ratio },
    { en: 'of their stays, known to the server', 'pt-BR': 'permanências conhecidas pelo servidor', cell: ({ known }) => known },
    {
      en: 'bare threads together, to one alone',
      'pt-BR': 'threads sem servidor juntas, em relação a uma só',
      cell: ({ together }) => together,
    },
  ]);
}
