import { el, px } from '#page';
import type { Series } from '#record';
import type { VNode } from 'preact';
import type { Plot } from './axes.ts';
import type { AxisScale } from './axis-scale.ts';
import type { SeriesStyle } from './series-style.ts';
import { spreadLabels } from './spread-labels.ts';

interface Line {
  readonly series: readonly Series[];
  readonly label: string;
  readonly style: SeriesStyle | undefined;
}

/** The name of each line beside its end; a thin line leads to it where it had to move. */
export function endLabels(lines: readonly Line[], { right, top, bottom }: Plot, xScale: AxisScale, yScale: AxisScale): VNode {
  const ends = lines.map(({ series: [first] }): [number, number] => {
    const end = first?.points.at(-1);
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
    lines.map(({ label, style }, index) => {
      const [x, y] = ends[index] ?? [right, bottom];
      const place = places[index] ?? y;
      return el(
        'g',
        { class: style?.class },
        el('path', { class: 'leader', d: `M${px(x + 6)},${px(y)}L${px(right + 10)},${px(place)}h6` }),
        el('text', { class: 'series-label', x: px(right + 20), y: px(place + 4) }, label),
      );
    }),
  );
}
