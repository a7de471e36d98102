import { computed, effect, signal, useComputed, useSignalEffect } from '@preact/signals';
import { h, type VNode } from 'preact';
import { useRef } from 'preact/hooks';
import { el } from '#page/browser';
import { timeText } from '../lessons/lesson.ts';
import type { Entry } from '../story/entry.ts';
import { type Client, placeOf, type Scene } from '../story/scene.ts';
import { coarser, type Phase, type Span, spansOf } from '../story/spans.ts';
import { ticksOf, timeAxis, type TimeAxis } from '../story/time-axis.ts';
import { texts } from '../texts/timeline.ts';
import { NewsReader } from './news-reader.ts';
import { language, littleMotion, named } from './page.ts';
import { clock, known, learnt, shown } from './state.ts';

/** Lanes of a server up to which they are high enough for texts, and for a phase's pattern; and how many are drawn at most. */
const [high, middle, mostLanes] = [4, 16, 128];

/** Pieces of a lane: where there are many lanes a browser could not bear as many as can be seen. */
const mostSpans = { high: 400, middle: 400, low: 120 };
type Size = keyof typeof mostSpans;

/** How often the playhead is moved for who wants little motion, ms. */
const stride = 250;

/** The end of a server or of a worker, on all lanes of its server. */
type Mark = Extract<Entry, { readonly kind: keyof typeof texts.mark }>;

const marks = signal<readonly Mark[]>([]);
const news = new NewsReader();
learnt.subscribe(() => {
  const { anew, entries } = news.read();
  const more = entries.filter((entry): entry is Mark => entry.kind in texts.mark);
  if (anew || more.length > 0) marks.value = [...(anew ? [] : marks.peek()), ...more].sort((one, other) => one.at - other.at);
});

/** When the first of what is known began, and until when something is drawn, ms; Infinity where it goes on. */
const first = computed(() => [...known.value.scene.clients.values()].reduce((least, { came }) => Math.min(least, came), Infinity));
const last = computed(() => {
  const ends = [...known.value.scene.clients.values()].map(({ closed = Infinity }) => closed);
  return Math.max(0, ...ends, ...marks.value.map(({ at }) => at));
});

/** The same, with the moment that is now for what goes on; it stands still while a replay is shown. */
const end = signal(0);
effect(() => {
  const { replayed } = shown.value;
  if (last.value < Infinity) end.value = last.value;
  else if (!replayed) end.value = clock.value;
});
const start = computed(() => Math.min(first.value, end.value));
const from = computed(() => timeAxis(start.value, end.value, shown.value.replayed ? clock.value : end.value).from);
const length = computed(() => timeAxis(start.value, end.value, 0).length);

/** What was drawn, by what it was drawn from: Preact goes over nothing that is the same object. */
class Drawn<Key> {
  readonly #all = new Map<Key, { readonly of: string; readonly node: VNode }>();

  get(key: Key, of: string, draw: () => VNode): VNode {
    const known = this.#all.get(key);
    if (known?.of === of) return known.node;
    const node = draw();
    this.#all.set(key, { of, node });
    return node;
  }
}

/** A lane for each client, on one axis for all servers. It has all that is known; what is later than the moment shown is covered. */
export function timeline({ onJump }: { readonly onJump: (at: number) => void }): VNode {
  const { scene } = known.value;
  const drawn = useRef({ of: scene, servers: new Drawn<string>(), lanes: new Drawn<number>() });
  if (drawn.current.of !== scene) drawn.current = { of: scene, servers: new Drawn(), lanes: new Drawn() };
  const { servers, lanes } = drawn.current;
  const axis = { from: from.value, length: length.value };
  const { clients } = scene;
  const jump = ({ currentTarget, clientX }: { readonly currentTarget: HTMLElement; readonly clientX: number }): void => {
    const { left, width } = currentTarget.querySelector('.curtain-rail')?.getBoundingClientRect() ?? { left: 0, width: 0 };
    const at = axis.from + ((clientX - left) / width) * axis.length;
    if (at >= axis.from) onJump(Math.min(at, end.peek()));
  };
  return el(
    'section',
    { class: 'timeline', 'aria-labelledby': 'timeline-title' },
    el('h2', { id: 'timeline-title' }, texts.title, el('small', {}, texts.hint)),
    legend(),
    clients.size === 0 && el('p', {}, texts.nobody),
    el(
      'div',
      { class: 'plot', onClick: jump },
      el('div', { class: 'ticks', 'aria-hidden': 'true' }, ticksOf(axis).map((at, index, all) => tick(at, index === all.length - 1, axis))),
      h(curtain, {}),
      [...scene.servers.keys()].map((name) =>
        servers.get(name, `${scene.versions.get(name) ?? 0} ${axis.from} ${axis.length}`, () => serverLanes(name, scene, axis, lanes)),
      ),
    ),
  );
}

function legend(): VNode {
  const phases = Object.entries(texts.phase).map(([phase, name]) => el('li', {}, el('i', { class: `span ${phase}` }), name));
  return el('ul', { class: 'legend' }, phases, el('li', {}, el('i', { class: 'lost' }, '×'), texts.lost));
}

function tick(at: number, withUnit: boolean, axis: TimeAxis): VNode {
  return el('span', { style: placed(axis, at) }, `${(at / 1_000).toLocaleString(language)}${withUnit ? ' s' : ''}`);
}

/** Where it stands on the axis. Of custom properties, which an axis could change all at once, a browser makes five times the work. */
function placed({ from: begins, length: lasts }: TimeAxis, at: number, to?: number): { readonly left: string; readonly width?: string } {
  const percent = (ms: number): string => `${((ms / lasts) * 100).toFixed(3)}%`;
  const left = Math.max(at, begins);
  return { left: percent(left - begins), ...(to !== undefined && { width: percent(to - left) }) };
}

/** Covers what is later than the moment that is shown. Nothing else moves with the clock. */
function curtain(): VNode {
  const cover = useRef<HTMLDivElement>(null);
  useSignalEffect(() => {
    const now = littleMotion.matches && !shown.value.replayed ? Math.ceil(clock.value / stride) * stride : clock.value;
    const part = Math.min(Math.max((now - from.value) / length.value, 0), 1.01);
    if (cover.current !== null) cover.current.style.transform = `translateX(${part * 100}%)`;
  });
  return el('div', { class: 'curtain-rail', 'aria-hidden': 'true' }, el('div', { class: shown.value.replayed ? 'curtain replayed' : 'curtain', ref: cover }));
}

function serverLanes(name: string, scene: Scene, axis: TimeAxis, lanes: Drawn<number>): VNode {
  const until = axis.from + axis.length;
  const all = clientsOf(name, scene).filter(({ came, closed = Infinity }) => came <= until && closed >= axis.from);
  const some = all.slice(-mostLanes);
  const size: Size = some.length <= high ? 'high' : some.length <= middle ? 'middle' : 'low';
  const own = marks.peek().filter(({ server, at }) => server === name && at >= axis.from && at <= until);
  return el(
    'div',
    { class: `server-lanes ${size}`, key: name },
    el('h3', {}, named(name), size !== 'high' && el('small', {}, texts.clients(all.length, some.length))),
    el(
      'div',
      { class: 'lanes', 'aria-hidden': 'true' },
      rows(size, axis, some.map((client, index) => {
        const lost = placeOf(client, scene.servers.get(name)) === 'lost';
        const draw = (): VNode => (size === 'low' ? lowLane(client, index, lost, axis) : lane(client, size, lost, axis));
        return lanes.get(client.id, `${signature(client)} ${size} ${index} ${lost} ${axis.from} ${axis.length}`, draw);
      })),
      own.length > 0 && el('div', { class: 'marks' }, own.map((mark, index) => h(markView, { mark, last: own[index - 1]?.at, next: own[index + 1]?.at, axis, key: mark }))),
    ),
  );
}

/** Lanes that are low are one drawing: an element for each of thousands of pieces costs a browser more than a frame. */
function rows(size: Size, { from: begins, length: lasts }: TimeAxis, lanes: readonly VNode[]): VNode {
  const style = { '--count': lanes.length };
  if (size !== 'low') return el('div', { class: 'rows', style }, lanes);
  return el('svg', { class: 'rows', style, viewBox: `${begins} 0 ${lasts} ${lanes.length}`, preserveAspectRatio: 'none' }, lanes);
}

/** By how much of its lane's height a phase is told where there is no room for a pattern. */
const heights: Readonly<Record<Phase, number>> = { connecting: 0.25, idle: 0.12, waiting: 0.9, served: 0.45, closing: 0.25 };

function lowLane(client: Client, row: number, lost: boolean, axis: TimeAxis): VNode {
  const least = axis.length / 1_000;
  const until = axis.from + axis.length;
  const box = (from: number, to: number, height: number): string => `M${from.toFixed(1)},${row + 0.5 - height / 2}H${to.toFixed(1)}v${height}H${from.toFixed(1)}z`;
  const spans = spansOf(client).filter(({ from: begins, to = Infinity }) => to >= axis.from && begins <= until);
  const byPhase = Map.groupBy(coarser(spans, mostSpans.low, least), ({ phase }) => phase);
  return el(
    'g',
    { key: client.id, 'data-lane': client.id, 'data-server': client.server },
    [...byPhase].map(([phase, all]) =>
      el('path', { class: phase, d: all.map(({ from, to = until }) => box(from, Math.max(to, from + least), heights[phase])).join('') }),
    ),
    lost && el('path', { class: 'lost', d: box(client.closed ?? until, (client.closed ?? until) + 4 * least, 1) }),
  );
}

/** Everything of a client that its lane is drawn from. */
function signature({ connected, leaves, closed, exchanges }: Client): string {
  return [connected, leaves, closed, exchanges.length, exchanges.at(-1)?.got, exchanges.at(-2)?.got].join(' ');
}

function lane(client: Client, size: Size, lost: boolean, axis: TimeAxis): VNode {
  const { id, server, closed } = client;
  const spans = spansOf(client).filter(({ from: begins, to = Infinity }) => to >= axis.from && begins <= axis.from + axis.length);
  return el(
    'div',
    { class: 'lane', key: id, 'data-lane': id, 'data-server': server },
    labelOf(client, size),
    el(
      'div',
      { class: 'track' },
      coarser(spans, mostSpans[size], axis.length / 1_000).map((span) => spanOf(span, size === 'high', axis)),
      lost && el('i', { class: 'lost', style: placed(axis, closed ?? NaN) }, '×'),
    ),
  );
}

/** Lanes that are low have no room for all of them. */
function labelOf({ number, role }: Client, size: Size): VNode | false {
  const heavy = role === 'heavy';
  if (size === 'low' && !heavy) return false;
  return el('span', { class: 'lane-label' }, heavy || size === 'high' ? texts.lane(number, heavy) : number);
}

function spanOf({ phase, from: begins, to }: Span, written: boolean, axis: TimeAxis): VNode {
  const took = to === undefined ? '' : ` ${timeText(to - begins, language)}`;
  return el(
    'i',
    { class: `span ${phase}${to === undefined ? ' lasts' : ''}`, style: placed(axis, begins, to) },
    written && el('b', {}, `${texts.short[phase]}${took}`),
  );
}

interface MarkProps {
  readonly mark: Mark;
  /** Its server's one before it and behind it, ms. */
  readonly last: number | undefined;
  readonly next: number | undefined;
  readonly axis: TimeAxis;
}

/** Its word would be half covered for as long as it is read: it is on top of the curtain, and there from its moment on. */
function markView({ mark: { at, ...mark }, last: previous = -Infinity, next = Infinity, axis }: MarkProps): VNode | null {
  const there = useComputed(() => at <= clock.value);
  if (!there.value) return null;
  const near = axis.length / 4;
  const before = at - axis.from > 0.8 * axis.length || (at - previous > near && next - at < near);
  // `never`: that a kind has the words of its own is beyond the types.
  return el('i', { class: before ? 'mark before' : 'mark', style: placed(axis, at) }, el('span', {}, texts.mark[mark.kind](mark as never)));
}

function clientsOf(name: string, { clients }: Scene): readonly Client[] {
  return [...clients.values()].filter(({ server }) => server === name).sort((one, other) => one.number - other.number);
}
