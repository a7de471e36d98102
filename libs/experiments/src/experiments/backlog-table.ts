import { quantity, type Table, type Trace, type Visit } from '#record';
import { connectTime } from './backlog-claims.ts';

/** For each client, as which one it was served, from 1 on. */
export function placesOf(all: readonly Visit[]): readonly number[] {
  const moments = all.map(({ firstByte = Infinity }) => firstByte);
  return moments.map((moment) => moments.filter((other) => other < moment).length + 1);
}

export function backlogTable(traces: readonly Trace[]): Table {
  const labels = traces[0]?.clients ?? [];
  return {
    title: { en: 'Who came when, and was served as which', 'pt-BR': 'Quem chegou quando, e em que posição foi atendido' },
    columns: [
      { en: 'client', 'pt-BR': 'cliente' },
      ...traces.flatMap(({ server }) => [
        { en: `${server}: came at`, 'pt-BR': `${server}: chegou em` },
        { en: `${server}: connect took`, 'pt-BR': `${server}: conectar levou` },
        { en: `${server}: served as`, 'pt-BR': `${server}: atendido como` },
      ]),
    ],
    rows: labels.map(({ label }, index) => [
      label,
      ...traces.flatMap(({ clients: all }) => {
        const own = all[index] as Visit;
        return [
          quantity(own.started, 'ms'),
          quantity(connectTime(own), 'ms'),
          quantity(placesOf(all)[index] ?? NaN, 'count'),
        ];
      }),
    ]),
  };
}
