import type { VNode } from 'preact';
import { el } from '#page/browser';
import { timeText } from '../lessons/lesson.ts';
import type { Client } from '../story/scene.ts';
import { coarser, type Phase, type Span, spansOf } from '../story/spans.ts';
import type { TimeAxis } from '../story/time-axis.ts';
import { texts } from '../texts/timeline.ts';
import { language } from './page.ts';

/** Pieces of a lane: where there are many lanes a browser could not bear as many as can be seen. */
const mostSpans = { high: 400, middle: 400, low: 120 };
export type Size = keyof typeof mostSpans;

/** Where it stands on the axis. Of custom properties, which an axis could change all at once, a browser makes five times the work. */
export function placed({ from: begins, length: lasts }: TimeAxis, at: number, to?: number): { readonly left: string; readonly width?: string } {
  const percent = (ms: number): string => `${((ms / lasts) * 100).toFixed(3)}%`;
  const left = Math.max(at, begins);
  return { left: percent(left - begins), ...(to !== undefined && { width: percent(to - left) }) };
}

/** Lanes that are low are one drawing: an element for each of thousands of pieces costs a browser more than a frame. */
export function rows(size: Size, { from, length }: TimeAxis, lanes: readonly VNode[]): VNode {
  const style = { '--count': lanes.length };
  if (size !== 'low') return el('div', { class: 'rows', style }, lanes);
  return el('svg', { class: 'rows', style, viewBox: `${from} 0 ${length} ${lanes.length}`, preserveAspectRatio: 'none' }, lanes);
}

/** A client's. */
export function lane(client: Client, row: number, size: Size, lost: boolean, axis: TimeAxis): VNode {
  const { id, number, role, server, closed = NaN } = client;
  const there = spansOf(client).filter(({ from, to = Infinity }) => to >= axis.from && from <= axis.from + axis.length);
  const spans = coarser(there, mostSpans[size], axis.length / 1_000);
  const attributes = { key: id, 'data-lane': id, 'data-server': server };
  if (size === 'low') return el('g', attributes, drawn(spans, row, lost ? closed : undefined, axis));
  const written = size === 'high';
  return el('div', { class: 'lane', ...attributes },
    el('span', { class: 'lane-label' }, written || role === 'heavy' ? texts.lane(number, role === 'heavy') : number),
    el('div', { class: 'track' },
      spans.map((span) => spanOf(span, written, axis)),
      lost && el('i', { class: 'lost', style: placed(axis, closed) }, '×'),
    ),
  );
}

function spanOf({ phase, from, to }: Span, written: boolean, axis: TimeAxis): VNode {
  const took = to === undefined ? '' : ` ${timeText(to - from, language)}`;
  const attributes = { class: `span ${phase}${to === undefined ? ' lasts' : ''}`, style: placed(axis, from, to) };
  return el('i', attributes, written && el('b', {}, `${texts.short[phase]}${took}`));
}

/** By how much of its lane's height a phase is told where there is no room for a pattern. */
const heights: Readonly<Record<Phase, number>> = { connecting: 0.25, idle: 0.12, waiting: 0.9, served: 0.45, closing: 0.25 };

function drawn(spans: readonly Span[], row: number, lost: number | undefined, { from: begins, length }: TimeAxis): readonly (VNode | false)[] {
  const least = length / 1_000;
  const box = (from: number, to: number, height: number): string =>
    `M${from.toFixed(1)},${row + 0.5 - height / 2}H${Math.max(to, from + least).toFixed(1)}v${height}H${from.toFixed(1)}z`;
  return [
    ...[...Map.groupBy(spans, ({ phase }) => phase)].map(([phase, all]) =>
      el('path', { class: phase, d: all.map(({ from, to = begins + length }) => box(from, to, heights[phase])).join('') }),
    ),
    lost !== undefined && el('path', { class: 'lost', d: box(lost, lost + 4 * least, 1) }),
  ];
}
