import type { Series } from '#record';
import type { VNode } from 'preact';
import { el, px } from '#page';
import type { Plot } from './axes.ts';
import type { AxisScale } from './axis-scale.ts';
import type { SeriesStyle } from './series-style.ts';
import { spreadLabels } from './spread-labels.ts';

/** The name of each series beside the end of its line; a thin line leads to it where it had to move. */
export function endLabels(
  series: readonly Series[],
  labels: readonly string[],
  styles: readonly SeriesStyle[],
  { right, top, bottom }: Plot,
  xScale: AxisScale,
  yScale: AxisScale,
): VNode {
  const ends = series.map(({ points }): [number, number] => {
    const end = points.at(-1);
    return end === undefined ? [right, bottom] : [xScale.place(end.x), yScale.place(end.y)];
  });
  const places = spreadLabels(
    ends.map(([, y]) => y),
    17,
    top,
    bottom,
  );
  return el(
    'g',
    {},
    labels.map((label, index) => {
      const [x, y] = ends[index] ?? [right, bottom];
      const place = places[index] ?? y;
      return el(
        'g',
        { class: styles[index]?.class },
        el('path', { class: 'leader', d: `M${px(x + 6)},${px(y)}L${px(right + 10)},${px(place)}h6` }),
        el('text', { class: 'series-label', x: px(right + 20), y: px(place + 4) }, label),
      );
    }),
  );
}
