import type { Curves } from '#record';
import type { VNode } from 'preact';
import { el } from '#page';
import type { View } from '../view.ts';
import { axisLabel, bottomAxis, leftAxis, type Plot } from './axes.ts';
import { axisScale } from './axis-scale.ts';
import { curve, curveKey } from './curve.ts';
import { labelledSvg, type DrawingOptions } from './labelled-svg.ts';
import { endLabels } from './end-labels.ts';
import type { Layout } from './layout.ts';
import { legend } from './legend.ts';
import { seriesStyles } from './series-style.ts';
import { textWidth } from './text-width.ts';

/** Labels at the ends of lines are easier to follow than a legend, as long as they leave room for the lines. */
const widestEndLabel = 190;

export function curvesDrawing(view: View, chart: Curves, layout: Layout, options: DrawingOptions): VNode {
  const { language, record, say } = view;
  const styles = seriesStyles(chart.series, record.servers);
  const labels = chart.series.map(({ label }) => say(label));
  const widest = Math.max(...labels.map((label) => textWidth(label)), 0);
  const direct = layout.name === 'wide' && widest <= widestEndLabel && labels.length <= 10;
  const keys = legend(
    direct ? [] : labels.map((text, index) => ({ text, key: (x, y) => curveKey(styles[index], x, y) })),
    layout.width,
  );

  const top = keys.height + 34;
  const height = (layout.name === 'wide' ? 360 : 290) + keys.height;
  const points = chart.series.flatMap((series) => series.points);
  const vertical = { top, bottom: height - 46 };
  const yScale = axisScale({
    ...chart.y,
    values: points.flatMap(({ y, low = y, high = y }) => [y, low, high]),
    from: vertical.bottom,
    to: vertical.top,
    language,
  });
  const plot: Plot = {
    ...vertical,
    left: Math.max(...yScale.ticks.map(({ text }) => textWidth(text)), 0) + 12,
    right: layout.width - (direct ? widest + 28 : 14),
  };
  const xScale = axisScale({
    ...chart.x,
    values: points.map(({ x }) => x),
    from: plot.left + 6,
    to: plot.right - 6,
    language,
    ticksAtValues: true,
    count: layout.name === 'wide' ? 6 : 4,
  });

  return labelledSvg(
    layout.width,
    height,
    options,
    keys.content,
    leftAxis(plot, yScale, axisLabel(say(chart.y.label), yScale)),
    bottomAxis(plot, xScale, axisLabel(say(chart.x.label), xScale)),
    el(
      'g',
      {},
      chart.series.map((series, index) => curve(series, styles[index], xScale, yScale)),
    ),
    direct && endLabels(chart.series, labels, styles, plot, xScale, yScale),
  );
}
