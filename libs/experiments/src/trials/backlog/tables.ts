import { quantity, type Table, type Trace, type Visit } from '#record';
import { tableOf } from '../../findings/table-of.ts';
import { connectTime, queueOf } from './judge.ts';

/** For each client, as which one it was served, from 1 on. */
export function placesOf(all: readonly Visit[]): readonly number[] {
  const moments = all.map(({ firstByte = Infinity }) => firstByte);
  return moments.map((moment) => moments.filter((other) => other < moment).length + 1);
}

export function backlogTable(traces: readonly Trace[]): Table {
  const labels = traces[0]?.clients ?? [];
  return {
    title: { en: 'Who came when, and was served as which', 'pt-BR': 'Quando cada cliente chegou e em que posição foi atendido' },
    columns: [
      { en: 'client', 'pt-BR': 'cliente' },
      ...traces.flatMap(({ server }) => [
        { en: `${server}: came at`, 'pt-BR': `${server}: chegou em` },
        { en: `${server}: connect took`, 'pt-BR': `${server}: tempo para conectar` },
        { en: `${server}: served as`, 'pt-BR': `${server}: posição no atendimento` },
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

/** What became of those that came while the first client held: on each server, of all its rounds. */
export function queueTable(servers: readonly (readonly Trace[])[]): Table {
  return tableOf<readonly Trace[]>(
    { en: 'Those that came while the first client held', 'pt-BR': 'Quem chegou enquanto o primeiro cliente mantinha a conexão' },
    servers,
    [
      { en: 'server', 'pt-BR': 'servidor', cell: ([first]) => first?.server ?? null },
      { en: 'connected at once', 'pt-BR': 'conectaram de imediato', cell: (rounds) => queueOf(rounds).queued },
      { en: 'the others’ connect took', 'pt-BR': 'tempo dos outros para conectar', cell: (rounds) => queueOf(rounds).waited ?? null },
    ],
  );
}
