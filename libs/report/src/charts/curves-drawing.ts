import { el } from '#page';
import type { Curves } from '#record';
import type { VNode } from 'preact';
import type { View } from '../view.ts';
import { axisLabel, bottomAxis, leftAxis, type Plot } from './axes.ts';
import { axisScale } from './axis-scale.ts';
import { coinciding } from './coinciding.ts';
import { curve, curveKey } from './curve.ts';
import { labelledSvg, type DrawingOptions } from './labelled-svg.ts';
import { endLabels } from './end-labels.ts';
import type { Layout } from './layout.ts';
import { legend } from './legend.ts';
import { seriesStyles, severalStyle } from './series-style.ts';
import { shortLabel } from './short-label.ts';
import { textWidth } from './text-width.ts';

/** Labels at the ends of lines are easier to follow than a legend, as long as they leave room for the lines. */
const widestEndLabel = 80;

/** A line for each series; those that lie on each other are one, with the names of all. */
export function curvesDrawing(view: View, chart: Curves, layout: Layout, options: DrawingOptions): VNode {
  const { language, record, say } = view;
  const height = layout.name === 'wide' ? 235 : 270;
  const points = chart.series.flatMap((series) => series.points);
  const yScaleBetween = (from: number, to: number): ReturnType<typeof axisScale> =>
    axisScale({ ...chart.y, values: points.flatMap(({ y, low = y, high = y }) => [y, low, high]), from, to, language });

  const styles = seriesStyles(chart.series, record.servers);
  const lines = coinciding(chart.series, yScaleBetween(height - 80, 0)).map((indices) => {
    const [first = 0] = indices;
    const series = indices.map((index) => chart.series[index]).filter((one) => one !== undefined);
    return {
      series,
      label: series.map(({ label }) => shortLabel(view, label)).join(', '),
      style: indices.length > 1 ? severalStyle(styles[first]) : styles[first],
    };
  });
  const widest = Math.max(...lines.map(({ label }) => textWidth(label)), 0);
  const direct = layout.name === 'wide' && widest <= widestEndLabel;
  const keys = legend(
    direct ? [] : lines.map(({ label, style }) => ({ text: label, key: (x, y) => curveKey(style, x, y) })),
    layout.width,
  );

  const top = keys.height + 34;
  const vertical = { top, bottom: height + keys.height - 46 };
  const yScale = yScaleBetween(vertical.bottom, vertical.top);
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
    count: 4,
  });

  return labelledSvg(
    layout.width,
    height + keys.height,
    options,
    keys.content,
    leftAxis(plot, yScale, axisLabel(say(chart.y.label), yScale)),
    bottomAxis(plot, xScale, axisLabel(say(chart.x.label), xScale)),
    el(
      'g',
      {},
      lines.map(({ series, style }, index) => curve(series, style, xScale, yScale, `${options.id}-${index}`)),
    ),
    direct && endLabels(lines, plot, xScale, yScale),
  );
}
