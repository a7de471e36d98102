import type { VNode } from 'preact';
import { el } from '#page/browser';
import { timeText } from '../lessons/lesson.ts';
import type { Client } from '../story/scene.ts';
import { coarser, type Span, spansOf } from '../story/spans.ts';
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

function spansOn(axis: TimeAxis, client: Client, size: Size): readonly Span[] {
  const there = spansOf(client).filter(({ from, to = Infinity }) => to >= axis.from && from <= axis.from + axis.length);
  return coarser(there, mostSpans[size], axis.length / 1_000);
}

/** A client's. */
export function lane(client: Client, size: Size, lost: boolean, axis: TimeAxis): VNode {
  const { id, number, role, closed = NaN } = client;
  const written = size === 'high';
  return el('div', { class: 'lane', key: id },
    el('span', { class: 'lane-label' }, written || role === 'heavy' ? texts.lane(number, role === 'heavy') : number),
    el('div', { class: 'track' },
      spansOn(axis, client, size).map((span) => spanOf(span, written, axis)),
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
const heights = { connecting: 0.25, idle: 0.12, waiting: 0.9, served: 0.45, closing: 0.25, lost: 1 } as const;

/** The path of each phase of a lane that is low; `lost` where the client was. */
export type Strokes = Partial<Record<keyof typeof heights, string>>;

export function strokesOf(client: Client, row: number, lost: boolean, axis: TimeAxis): Strokes {
  const [ends, least] = [axis.from + axis.length, axis.length / 1_000];
  const strokes: Strokes = {};
  const add = (of: keyof Strokes, from: number, to: number): void => {
    const box = `M${from.toFixed(1)},${row + 0.5 - heights[of] / 2}H${Math.max(to, from + least).toFixed(1)}v${heights[of]}H${from.toFixed(1)}z`;
    strokes[of] = (strokes[of] ?? '') + box;
  };
  for (const { phase, from, to = ends } of spansOn(axis, client, 'low')) add(phase, from, to);
  if (lost && client.closed !== undefined) add('lost', client.closed, client.closed + 4 * least);
  return strokes;
}

/** Lanes that are low are one drawing, with a path for each phase: an element for each of hundreds costs a browser more than a frame. */
export function lowLanes(lanes: readonly Strokes[], { from, length }: TimeAxis): VNode {
  const paths = Object.keys(heights).map((phase) => el('path', { class: phase, d: lanes.map((lane) => lane[phase as keyof Strokes] ?? '').join('') }));
  return el('svg', { class: 'rows', style: { '--count': lanes.length }, viewBox: `${from} 0 ${length} ${lanes.length}`, preserveAspectRatio: 'none' }, paths);
}
