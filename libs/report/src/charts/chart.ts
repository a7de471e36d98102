import type { Chart } from '#record';
import type { VNode } from 'preact';
import type { View } from '../view.ts';
import { barsDrawing } from './bars-drawing.ts';
import { chartFigure } from './chart-figure.ts';
import { chartTable } from './chart-table.ts';
import { curvesDrawing } from './curves-drawing.ts';

/** One figure of each of several side by side, or how a figure grows: a line for each series. */
export function chart(view: View, drawn: Chart, id: string): VNode {
  const values = drawn.kind === 'bars' ? drawn.bars : drawn.series.flatMap(({ points }) => points);
  return chartFigure(view, {
    id,
    title: view.say(drawn.title),
    description: view.say(drawn.description),
    note: values.some(({ low, high }) => low !== undefined && low !== high) ? view.texts.chart.range : undefined,
    table: chartTable(drawn),
    draw: (layout, options) =>
      drawn.kind === 'bars' ? barsDrawing(view, drawn, layout, options) : curvesDrawing(view, drawn, layout, options),
  });
}
