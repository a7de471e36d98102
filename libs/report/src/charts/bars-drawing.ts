import { el, px, seriesClass, serverPlace } from '#page';
import { type Bars, writeValue } from '#record';
import type { VNode } from 'preact';
import type { View } from '../view.ts';
import { bottomAxis, type Plot } from './axes.ts';
import { type AxisScale, axisScale } from './axis-scale.ts';
import { labelledSvg, type DrawingOptions } from './labelled-svg.ts';
import type { Layout } from './layout.ts';
import { shortLabel } from './short-label.ts';
import { textWidth } from './text-width.ts';
import { wrapText } from './wrap-text.ts';

/** By how much of the drawing's width a label may stand at the left of its bar; wider ones stand above it. */
const widestSideLabel = 0.4;
const titleLine = 16;
/** Between two charts side by side. */
const gap = 22;

/** Bars of one figure, or of several of the same servers: side by side with the servers' names once, or one below the other. */
export function barsDrawing(view: View, charts: readonly Bars[], layout: Layout, options: DrawingOptions): VNode {
  const labels = Math.max(...charts.flatMap(({ bars }) => bars.map(({ label }) => textWidth(shortLabel(view, label), 13))), 0);
  const beside = labels <= layout.width * widestSideLabel;
  const left = beside ? labels + 12 : 1;
  const inRow = layout.name === 'wide' ? charts.length : 1;
  const width = (layout.width - left - gap * (inRow - 1)) / inRow;
  const titles = charts.map(({ title }) => (charts.length === 1 ? [] : wrapText(view.say(title), inRow > 1 ? width : layout.width, 12.5)));
  const titleHeight = Math.max(...titles.map((lines) => lines.length)) * titleLine;
  const parts: VNode[] = [];
  let y = 0;
  charts.forEach((chart, index) => {
    const column = index % inRow;
    const place = { left: left + column * (width + gap), width, top: y, titleHeight, labels: labelsAt(column, beside) };
    const { content, bottom } = barsPart(view, chart, titles[index] ?? [], place, layout);
    parts.push(content);
    if (column === inRow - 1) y = bottom + 10;
  });
  return labelledSvg(layout.width, y - 10, options, parts);
}

type Labels = 'beside' | 'above' | 'none';

function labelsAt(column: number, beside: boolean): Labels {
  if (!beside) return 'above';
  return column === 0 ? 'beside' : 'none';
}

interface Place {
  readonly left: number;
  readonly width: number;
  readonly top: number;
  readonly titleHeight: number;
  readonly labels: Labels;
}

function barsPart(
  view: View,
  { unit, bars, mark }: Bars,
  title: readonly string[],
  { left, width, top, titleHeight, labels }: Place,
  layout: Layout,
): { readonly content: VNode; readonly bottom: number } {
  const { language, record, say } = view;
  const thickness = labels === 'above' ? 13 : 18;
  const step = labels === 'above' ? thickness + 25 : thickness + 9;
  const values = bars.map(({ value }) => writeValue(value, unit, language));
  const plotTop = top + titleHeight + (mark === undefined ? 4 : 26);
  const plot: Plot = {
    left,
    right: left + width - Math.max(...values.map((text) => textWidth(text, 13)), 14) - 10,
    top: plotTop,
    bottom: plotTop + bars.length * step + 2,
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
    count: Math.max(2, Math.min(layout.name === 'wide' ? 5 : 4, Math.floor((plot.right - plot.left) / 55))),
  });
  const placeOf = (index: number): number => plot.top + index * step + (labels === 'above' ? 20 : 3);
  const bottom = plot.bottom + (scale.unit === '' ? 24 : 42);
  const content = el(
    'g',
    {},
    title.map((line, index) =>
      el('text', { class: 'part-title', x: px(labels === 'beside' && layout.name === 'narrow' ? 0 : left), y: px(top + 12 + index * titleLine) }, line),
    ),
    bottomAxis(plot, scale, scale.unit, true),
    bars.map((bar, index) => {
      const y = placeOf(index);
      const label = shortLabel(view, bar.label);
      return el(
        'g',
        { class: seriesClass(serverPlace(bar.server, record.servers)) },
        labels === 'beside' &&
          el('text', { class: 'bar-label', x: px(plot.left - 10), y: px(y + 13), 'text-anchor': 'end' }, label),
        labels === 'above' && el('text', { class: 'bar-label', x: 0, y: px(y - 5) }, label),
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
          y: px(placeOf(index) + thickness / 2 + 4),
          'data-value': value,
        },
        values[index],
      ),
    ),
  );
  return { content, bottom };
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
