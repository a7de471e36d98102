import type { Bars, Cell, Table } from '#record';
import { inAll } from '../texts/in-all.ts';

/** Bars as a table, with what they are held against as its last row. */
export function barsTable({ title, unit, bars, mark }: Bars): Table {
  return {
    title,
    columns: [inAll(({ chart }) => chart.bar), inAll(({ chart }) => chart.value)],
    rows: [
      ...bars.map(({ label, value, low, high }): Cell[] => [
        label,
        { value, unit, ...(low !== undefined && { low }), ...(high !== undefined && { high }) },
      ]),
      ...(mark === undefined ? [] : [[mark.label, { value: mark.value, unit }] satisfies Cell[]]),
    ],
  };
}
