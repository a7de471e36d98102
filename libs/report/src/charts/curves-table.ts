import type { Cell, Curves, Table } from '#record';

/** The points of curves as a table: a row for each x, a column for each series. */
export function curvesTable({ title, x, y, series }: Curves): Table {
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
