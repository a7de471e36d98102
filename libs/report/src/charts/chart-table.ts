import type { Bars, Cell, Chart, Curves, Table } from '#record';
import { inAll } from '../texts/in-all.ts';

/** The values of a chart. */
export function chartTable(chart: Chart): Table {
  return chart.kind === 'bars' ? barsTable(chart) : curvesTable(chart);
}

/** With what the bars are held against as the last row. */
function barsTable({ title, unit, bars, mark }: Bars): Table {
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

/** A row for each x, a column for each series. */
function curvesTable({ title, x, y, series }: Curves): Table {
  const places = [...new Set(series.flatMap(({ points }) => points.map((point) => point.x)))].sort((a, b) => a - b);
  return {
    title,
    columns: [x.label, ...series.map(({ label }) => label)],
    rows: places.map((place): Cell[] => [
      { value: place, unit: x.unit },
      ...series.map(({ points }): Cell => {
        const point = points.find((each) => each.x === place);
        if (point === undefined) return null;
        const { y: value, low, high } = point;
        return { value, unit: y.unit, ...(low !== undefined && { low }), ...(high !== undefined && { high }) };
      }),
    ]),
  };
}
