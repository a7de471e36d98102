import type { Bars } from '#record';
import type { VNode } from 'preact';
import type { View } from '../view.ts';
import { barsDrawing } from './bars-drawing.ts';
import { barsTable } from './bars-table.ts';
import { chartFigure } from './chart-figure.ts';

/** One figure of each of several, side by side. */
export function barsChart(view: View, chart: Bars, id: string): VNode {
  return chartFigure(view, {
    id,
    title: view.say(chart.title),
    description: view.say(chart.description),
    note: chart.bars.some(({ low, high }) => low !== undefined && low !== high) ? view.texts.chart.range : undefined,
    table: barsTable(chart),
    draw: (layout, options) => barsDrawing(view, chart, layout, options),
  });
}
