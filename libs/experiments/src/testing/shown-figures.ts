import type { Findings, Quantity } from '#record';

/** A figure in a table or a chart, and the servers that its row, its column or its bar names. */
export interface Shown extends Pick<Quantity, 'value' | 'unit'> {
  readonly servers: readonly string[];
}

/** Every figure that a reader finds under the sentences. */
export function shownFigures({ tables, charts }: Pick<Findings, 'tables' | 'charts'>): readonly Shown[] {
  const inTables = tables.flatMap(({ columns, rows }) =>
    rows.flatMap((row) => {
      const names = row.flatMap((cell): string[] => (typeof cell === 'string' ? [cell] : []));
      return row.flatMap((cell, index) =>
        typeof cell === 'object' && cell !== null && 'unit' in cell
          ? [{ value: cell.value, unit: cell.unit, servers: names.concat(columns[index]?.en ?? []) }]
          : [],
      );
    }),
  );
  const beside = (server: string | undefined): readonly string[] => (server === undefined ? [] : [server]);
  const inCharts = charts.flatMap((chart): Shown[] =>
    chart.kind === 'bars'
      ? [
          ...chart.bars.map(({ server, value }) => ({ value, unit: chart.unit, servers: beside(server) })),
          ...(chart.mark === undefined ? [] : [{ value: chart.mark.value, unit: chart.unit, servers: [] }]),
        ]
      : chart.series.flatMap(({ server, points }) =>
          points.map(({ y }) => ({ value: y, unit: chart.y.unit, servers: beside(server) })),
        ),
  );
  return [...inTables, ...inCharts];
}
