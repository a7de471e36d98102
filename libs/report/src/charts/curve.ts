import type { Series } from '#record';
import { line } from 'd3-shape';
import type { VNode } from 'preact';
import { el, px } from '#page';
import type { AxisScale } from './axis-scale.ts';
import type { SeriesStyle } from './series-style.ts';

/** A line through the points, a mark on each, and a thin line where its repeats lay. */
export function curve({ points }: Series, style: SeriesStyle | undefined, xScale: AxisScale, yScale: AxisScale): VNode {
  const places = points.map(({ x, y }): [number, number] => [px(xScale.place(x)), px(yScale.place(y))]);
  return el(
    'g',
    { class: style?.class },
    el('path', { class: 'line', d: line().digits(2)(places) ?? '', 'stroke-dasharray': style?.dash }),
    points.map(
      ({ x, low, high }) =>
        low !== undefined &&
        high !== undefined &&
        low !== high &&
        whisker(xScale.place(x), yScale.place(low), yScale.place(high)),
    ),
    style?.marker !== undefined && points.map(({ y }, index) => mark(style.marker, places[index], y)),
  );
}

/** The line and the mark of a series, for a legend. */
export function curveKey(style: SeriesStyle | undefined, x: number, y: number): VNode {
  return el(
    'g',
    { class: style?.class },
    el('path', { class: 'line', d: `M${px(x)},${px(y)}h24`, 'stroke-dasharray': style?.dash }),
    style?.marker !== undefined && mark(style.marker, [px(x + 12), px(y)]),
  );
}

function mark(d: string | undefined, [x, y]: readonly [number, number] = [0, 0], value?: number): VNode {
  return el('path', { class: 'mark', d, transform: `translate(${x},${y})`, 'data-value': value });
}

function whisker(x: number, low: number, high: number): VNode {
  return el('path', {
    class: 'whisker',
    d: `M${px(x)},${px(low)}V${px(high)}M${px(x - 3)},${px(low)}h6M${px(x - 3)},${px(high)}h6`,
  });
}
