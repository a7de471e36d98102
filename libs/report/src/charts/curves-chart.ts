import type { Curves, Series } from '#record';
import type { VNode } from 'preact';
import type { View } from '../view.ts';
import { chartFigure } from './chart-figure.ts';
import { curvesDrawing } from './curves-drawing.ts';
import { curvesTable } from './curves-table.ts';

/** How a figure grows: a line for each series. */
export function curvesChart(view: View, chart: Curves, id: string): VNode {
  return chartFigure(view, {
    id,
    title: view.say(chart.title),
    description: view.say(chart.description),
    note: chart.series.some(hasRange) ? view.texts.chart.range : undefined,
    table: curvesTable(chart),
    draw: (layout, options) => curvesDrawing(view, chart, layout, options),
  });
}

function hasRange({ points }: Series): boolean {
  return points.some(({ low, high }) => low !== undefined && low !== high);
}
