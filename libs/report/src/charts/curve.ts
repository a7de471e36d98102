import type { Series } from '#record';
import { line } from 'd3-shape';
import type { VNode } from 'preact';
import { el, px } from '#page';
import type { AxisScale } from './axis-scale.ts';
import type { SeriesStyle } from './series-style.ts';

/**
 * A line through the points, a mark on each, and a thin line where its repeats lay; of several that coincide, one for all.
 *
 * @param id of the mark's shape, one in the page
 */
export function curve(
  [first, ...others]: readonly Series[],
  style: SeriesStyle | undefined,
  xScale: AxisScale,
  yScale: AxisScale,
  id: string,
): VNode {
  const points = (first?.points ?? []).map((point, index) => withRange([point, ...others.flatMap((one) => one.points[index] ?? [])]));
  const places = points.map(({ x, y }): [number, number] => [px(xScale.place(x)), px(yScale.place(y))]);
  return el(
    'g',
    { class: style?.class },
    el('path', { class: 'line', d: line().digits(1)(places) ?? '', 'stroke-dasharray': style?.dash }),
    points.map(
      ({ x, low, high }) =>
        low !== undefined &&
        high !== undefined &&
        low !== high &&
        whisker(xScale.place(x), yScale.place(low), yScale.place(high)),
    ),
    style?.marker !== undefined && marks(style.marker, id, places, points.map(({ y }) => y)),
  );
}

/** The first of some points at one place, with the range of all. */
function withRange(all: readonly [Point, ...Point[]]): Point {
  const ranged = all.filter(({ low, high }) => low !== undefined && high !== undefined);
  if (ranged.length === 0) return all[0];
  return {
    ...all[0],
    low: Math.min(...ranged.map(({ y, low = y }) => low)),
    high: Math.max(...ranged.map(({ y, high = y }) => high)),
  };
}

type Point = Series['points'][number];

/** The line and the mark of a series, for a legend. */
export function curveKey(style: SeriesStyle | undefined, x: number, y: number): VNode {
  return el(
    'g',
    { class: style?.class },
    el('path', { class: 'line', d: `M${px(x)},${px(y)}h24`, 'stroke-dasharray': style?.dash }),
    style?.marker !== undefined &&
      el('path', { class: 'mark', d: style.marker, transform: `translate(${px(x + 12)},${px(y)})` }),
  );
}

/** One shape, written once and used on each point: with hundreds of points its path would be a tenth of the page. */
function marks(d: string, id: string, places: readonly (readonly [number, number])[], values: readonly number[]): VNode[] {
  return [
    el('defs', {}, el('path', { id, class: 'mark', d })),
    ...places.map(([x, y], index) => el('use', { href: `#${id}`, x, y, 'data-value': values[index] })),
  ];
}

function whisker(x: number, low: number, high: number): VNode {
  return el('path', {
    class: 'whisker',
    d: `M${px(x)},${px(low)}V${px(high)}M${px(x - 3)},${px(low)}h6M${px(x - 3)},${px(high)}h6`,
  });
}
