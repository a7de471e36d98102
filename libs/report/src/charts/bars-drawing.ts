import { type Bars, writeValue } from '#record';
import type { VNode } from 'preact';
import { el, px, seriesClass, serverPlace } from '#page';
import type { View } from '../view.ts';
import { bottomAxis, type Plot } from './axes.ts';
import { type AxisScale, axisScale } from './axis-scale.ts';
import { labelledSvg, type DrawingOptions } from './labelled-svg.ts';
import type { Layout } from './layout.ts';
import { textWidth } from './text-width.ts';

/** The widest label that stands at the left of its bar on a wide screen; wider ones stand above it. */
const widestSideLabel = 280;
const thickness = 18;

export function barsDrawing(view: View, { unit, bars, mark }: Bars, layout: Layout, options: DrawingOptions): VNode {
  const { language, record, say } = view;
  const widest = Math.max(...bars.map(({ label }) => textWidth(say(label), 13)), 0);
  const beside = layout.name === 'wide' && widest <= widestSideLabel;
  const step = beside ? thickness + 12 : thickness + 30;
  const top = mark === undefined ? 6 : 26;
  const values = bars.map(({ value }) => writeValue(value, unit, language));
  const plot: Plot = {
    left: beside ? widest + 12 : 1,
    right: layout.width - Math.max(...values.map((text) => textWidth(text, 13)), 14) - 10,
    top,
    bottom: top + bars.length * step + 4,
  };
  const scale = axisScale({
    unit,
    scale: 'linear',
    values: [
      ...bars.flatMap(({ value, low = value, high = value }) => [value, low, high]),
      ...(mark ? [mark.value] : []),
    ],
    from: plot.left,
    to: plot.right,
    language,
    count: layout.name === 'wide' ? 6 : 4,
  });
  const placeOf = (index: number): number => plot.top + index * step + (beside ? 4 : 22);
  return labelledSvg(
    layout.width,
    plot.bottom + (scale.unit === '' ? 24 : 42),
    options,
    bottomAxis(plot, scale, scale.unit, true),
    bars.map((bar, index) => {
      const y = placeOf(index);
      return el(
        'g',
        { class: seriesClass(serverPlace(bar.server, record.servers)) },
        beside
          ? el(
              'text',
              { class: 'bar-label', x: px(plot.left - 10), y: px(y + 13), 'text-anchor': 'end' },
              say(bar.label),
            )
          : el('text', { class: 'bar-label', x: 0, y: px(y - 6) }, say(bar.label)),
        el('rect', {
          class: 'bar',
          x: px(scale.place(0)),
          y: px(y),
          width: px(Math.max(1, scale.place(bar.value) - scale.place(0))),
          height: thickness,
          rx: 2,
        }),
        whisker(bar, scale, y + thickness / 2),
      );
    }),
    mark && markLine(say(mark.label), scale.place(mark.value), plot),
    // Last, so that no line crosses a figure.
    bars.map(({ value, high = value }, index) =>
      el(
        'text',
        {
          class: 'bar-value',
          x: px(scale.place(Math.max(value, high)) + 8),
          y: px(placeOf(index) + 13),
          'data-value': value,
        },
        values[index],
      ),
    ),
  );
}

function whisker({ low, high }: Bars['bars'][number], scale: AxisScale, y: number): VNode | false {
  if (low === undefined || high === undefined || low === high) return false;
  const [from, to] = [px(scale.place(low)), px(scale.place(high))];
  const d = `M${from},${px(y)}H${to}M${from},${px(y - 4)}v8M${to},${px(y - 4)}v8`;
  return el('path', { class: 'whisker over', d });
}

function markLine(label: string, x: number, { top, bottom, left, right }: Plot): VNode {
  const anchor = x - textWidth(label) / 2 < left ? 'start' : x + textWidth(label) / 2 > right ? 'end' : 'middle';
  return el(
    'g',
    { class: 'reference' },
    el('line', { x1: px(x), x2: px(x), y1: px(top - 8), y2: px(bottom) }),
    el('text', { x: px(x), y: px(top - 13), 'text-anchor': anchor }, label),
  );
}
