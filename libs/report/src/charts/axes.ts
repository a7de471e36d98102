import type { VNode } from 'preact';
import { el, px } from '#page';
import type { AxisScale } from './axis-scale.ts';
import { textWidth } from './text-width.ts';

/** The part of a drawing in which values lie, in pixels. */
export interface Plot {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The line along the bottom, with its figures and what they are. */
export function bottomAxis({ left, right, top, bottom }: Plot, scale: AxisScale, label: string, grid = false): VNode {
  return el(
    'g',
    { class: 'axis', 'text-anchor': 'middle' },
    grid && el('path', { class: 'grid', d: scale.ticks.map(({ at }) => (at > left + 1 ? `M${px(at)},${px(top)}V${px(bottom)}` : '')).join('') }),
    el('path', { class: 'base', d: `M${px(left)},${px(bottom)}H${px(right)}${scale.ticks.map(({ at }) => `M${px(at)},${px(bottom)}v4`).join('')}` }),
    scale.ticks.map(({ at, text }) =>
      // At the drawing's edge it would be cut off.
      at < textWidth(text) / 2
        ? el('text', { class: 'tick', x: 0, y: px(bottom + 17), 'text-anchor': 'start' }, text)
        : el('text', { class: 'tick', x: px(at), y: px(bottom + 17) }, text),
    ),
    label !== '' && el('text', { class: 'axis-title', x: px(right), y: px(bottom + 35), 'text-anchor': 'end' }, label),
  );
}

/** Lines across the plot with their figures at the left; what they are stands above, to be read without turning. */
export function leftAxis({ left, right, top }: Plot, scale: AxisScale, label: string): VNode {
  return el(
    'g',
    { class: 'axis', 'text-anchor': 'end' },
    el('path', { class: 'grid', d: scale.ticks.map(({ at }) => `M${px(left)},${px(at)}H${px(right)}`).join('') }),
    scale.ticks.map(({ at, text }) => el('text', { class: 'tick', x: px(left - 8), y: px(at + 4) }, text)),
    el('text', { class: 'axis-title', x: 0, y: px(top - 14), 'text-anchor': 'start' }, label),
  );
}

/** What an axis shows, with the unit of its figures where they do not carry it. */
export function axisLabel(label: string, { unit }: AxisScale): string {
  return unit === '' ? label : `${label} (${unit})`;
}
