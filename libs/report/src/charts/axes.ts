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
    { class: 'axis' },
    scale.ticks.map(({ at, text }) => [
      grid && at > left + 1 && el('line', { class: 'grid', x1: px(at), x2: px(at), y1: px(top), y2: px(bottom) }),
      el('line', { class: 'base', x1: px(at), x2: px(at), y1: px(bottom), y2: px(bottom + 4) }),
      // At the drawing's edge it would be cut off.
      at < textWidth(text) / 2
        ? el('text', { class: 'tick', x: 0, y: px(bottom + 17) }, text)
        : el('text', { class: 'tick', x: px(at), y: px(bottom + 17), 'text-anchor': 'middle' }, text),
    ]),
    el('line', { class: 'base', x1: px(left), x2: px(right), y1: px(bottom), y2: px(bottom) }),
    label !== '' && el('text', { class: 'axis-title', x: px(right), y: px(bottom + 35), 'text-anchor': 'end' }, label),
  );
}

/** Lines across the plot with their figures at the left; what they are stands above, to be read without turning. */
export function leftAxis({ left, right, top }: Plot, scale: AxisScale, label: string): VNode {
  return el(
    'g',
    { class: 'axis' },
    scale.ticks.map(({ at, text }) => [
      el('line', { class: 'grid', x1: px(left), x2: px(right), y1: px(at), y2: px(at) }),
      el('text', { class: 'tick', x: px(left - 8), y: px(at + 4), 'text-anchor': 'end' }, text),
    ]),
    el('text', { class: 'axis-title', x: 0, y: px(top - 14) }, label),
  );
}

/** What an axis shows, with the unit of its figures where they do not carry it. */
export function axisLabel(label: string, { unit }: AxisScale): string {
  return unit === '' ? label : `${label} (${unit})`;
}
