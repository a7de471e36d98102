import type { Bars, Chart } from '#record';
import type { VNode } from 'preact';
import type { View } from '../view.ts';
import { barsDrawing } from './bars-drawing.ts';
import { chartFigure } from './chart-figure.ts';
import { curvesDrawing } from './curves-drawing.ts';

/** One figure of each of several side by side, or how a figure grows: a line for each series. */
export function chart(view: View, drawn: Chart, id: string): VNode {
  return chartFigure({
    id,
    width: 'half',
    title: view.say(drawn.title),
    description: view.say(drawn.description),
    note: rangeNote(view, [drawn]),
    draw: (layout, options) =>
      drawn.kind === 'bars' ? barsDrawing(view, [drawn], layout, options) : curvesDrawing(view, drawn, layout, options),
  });
}

/** Several figures of the same servers, whose names stand once. */
export function barsChart(view: View, drawn: readonly Bars[], id: string): VNode {
  return chartFigure({
    id,
    width: 'full',
    title: view.texts.chart.together,
    description: drawn.map(({ description }) => view.say(description)).join(' '),
    note: rangeNote(view, drawn),
    draw: (layout, options) => barsDrawing(view, drawn, layout, options),
  });
}

interface Ranged {
  readonly low?: number | undefined;
  readonly high?: number | undefined;
}

function rangeNote({ texts }: View, drawn: readonly Chart[]): string | undefined {
  const hasRange = drawn
    .flatMap((one): readonly Ranged[] => (one.kind === 'bars' ? one.bars : one.series.flatMap(({ points }) => points)))
    .some(({ low, high }) => low !== undefined && low !== high);
  return hasRange ? texts.chart.range : undefined;
}
