import { computed, useComputed, useSignalEffect } from '@preact/signals';
import { h, type VNode } from 'preact';
import { useRef } from 'preact/hooks';
import { el } from '#page/browser';
import { type Client, type End, placeOf, type Scene, type Server } from '../story/scene.ts';
import { howText } from '../story/sentence.ts';
import { ticksOf, timeAxis, type TimeAxis } from '../story/time-axis.ts';
import { texts } from '../texts/timeline.ts';
import { lane, lowLanes, placed, type Size, type Strokes, strokesOf } from './lane.ts';
import { language, littleMotion, named } from './page.ts';
import { clock, known, replayed, replaying } from './state.ts';

/** Lanes of a server up to which they are high enough for texts, and for a phase's pattern; and how many are drawn at most. */
const [high, middle, mostLanes] = [4, 16, 128];

/** How often the playhead is moved for who wants little motion, ms. */
const stride = 250;

/** Until when something is drawn, ms; Infinity where it goes on. */
const last = computed(() => {
  const { clients, servers } = known.value.scene;
  const marked = [...servers.values()].flatMap(({ ends }) => ends.map(({ at }) => at));
  return Math.max(0, ...[...clients.values()].map(({ closed = Infinity }) => closed), ...marked);
});

/** The same, with the moment that is now for what goes on, and that until which a replay lasts. */
const end = computed(() => Math.min(last.value, replayed.value ? replaying().until : last.value < Infinity ? Infinity : clock.value));
/** When the first of what is known began. */
const start = computed(() => Math.min(end.value, ...[...known.value.scene.clients.values()].map(({ came }) => came)));
const from = computed(() => timeAxis(start.value, end.value, replayed.value ? clock.value : end.value).from);
const length = computed(() => timeAxis(start.value, end.value, 0).length);

/** Draws something again only where it is drawn from something else: Preact goes over nothing that is the same object. */
function once<What>() {
  const drawn = new WeakMap<object, { readonly of: string; readonly what: What }>();
  return (one: object, of: string, draw: () => What): What => {
    const known = drawn.get(one);
    if (known?.of === of) return known.what;
    const what = draw();
    drawn.set(one, { of, what });
    return what;
  };
}
const [serverOnce, laneOnce, strokesOnce] = [once<VNode>(), once<VNode>(), once<Strokes>()];

/** A lane for each client, on one axis for all servers. It has all that is known; what is later than the moment shown is covered. */
export function timeline({ onJump }: { readonly onJump: (at: number) => void }): VNode {
  // What comes while a replay is shown is behind the curtain.
  const { scene } = replayed.value ? known.peek() : known.value;
  const axis = { from: from.value, length: length.value };
  const jump = ({ currentTarget, clientX }: { readonly currentTarget: HTMLElement; readonly clientX: number }): void => {
    const { left, width } = currentTarget.querySelector('.curtain-rail')?.getBoundingClientRect() ?? { left: 0, width: 0 };
    const at = axis.from + ((clientX - left) / width) * axis.length;
    if (at >= axis.from) onJump(Math.min(at, end.peek()));
  };
  const key = `${axis.from} ${axis.length}`;
  return el('section', { class: 'timeline', 'aria-labelledby': 'timeline-title' },
    el('h2', { id: 'timeline-title' }, texts.title, el('small', {}, texts.hint)),
    legend(),
    scene.clients.size === 0 && el('p', {}, texts.nobody),
    el('div', { class: 'plot', onClick: jump },
      el('div', { class: 'ticks', 'aria-hidden': 'true' }, ticksOf(axis).map((at, index, all) => tick(at, index === all.length - 1, axis))),
      h(curtain, {}),
      [...scene.servers.values()].map((server) => serverOnce(server, `${scene.versions.get(server.name) ?? 0} ${key}`, () => serverLanes(server, scene, axis))),
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

/** Covers what is later than the moment that is shown, and in a replay wholly what it has not. Nothing else moves with the clock. */
function curtain(): VNode {
  const cover = useRef<HTMLDivElement>(null);
  useSignalEffect(() => {
    const now = littleMotion.matches && !replayed.value ? Math.ceil(clock.value / stride) * stride : clock.value;
    const part = Math.min(Math.max((now - from.value) / length.value, 0), 1.01);
    if (cover.current !== null) cover.current.style.transform = `translateX(${part * 100}%)`;
  });
  const beyond = { transform: `translateX(${((end.value - from.value) / length.value) * 100}%)` };
  return el('div', { class: 'curtain-rail', 'aria-hidden': 'true' },
    replayed.value && last.value > end.value && el('div', { class: 'curtain beyond', style: beyond }),
    el('div', { class: replayed.value ? 'curtain replayed' : 'curtain', ref: cover }),
  );
}

function serverLanes(server: Server, scene: Scene, axis: TimeAxis): VNode {
  const { name, ends } = server;
  const until = axis.from + axis.length;
  const all = scene.clientsOf(name).filter(({ came, closed = Infinity }) => came <= until && closed >= axis.from);
  const some = all.slice(-mostLanes);
  const size: Size = some.length <= high ? 'high' : some.length <= middle ? 'middle' : 'low';
  const marks = ends.filter(({ at }) => at >= axis.from && at <= until).sort((one, other) => one.at - other.at);
  const each = <What>(drawn: ReturnType<typeof once<What>>, draw: (client: Client, index: number, lost: boolean) => What): readonly What[] =>
    some.map((client, index) => {
      const lost = placeOf(client, server) === 'lost';
      const of = `${signature(client)} ${size} ${index} ${lost} ${axis.from} ${axis.length}`;
      return drawn(client, of, () => draw(client, index, lost));
    });
  return el('div', { class: `server-lanes ${size}`, key: name },
    el('h3', {}, named(name), size !== 'high' && el('small', {}, texts.clients(all.length, some.length))),
    el('div', { class: 'lanes', 'aria-hidden': 'true' },
      size === 'low'
        ? lowLanes(each(strokesOnce, (client, index, lost) => strokesOf(client, index, lost, axis)), axis)
        : el('div', { class: 'rows', style: { '--count': some.length } }, each(laneOnce, (client, _, lost) => lane(client, size, lost, axis))),
      marks.length > 0 && el('div', { class: 'marks' }, marks.map((mark, index) =>
        h(markView, { mark, room: [marks[index - 1]?.at ?? axis.from, marks[index + 1]?.at ?? until], axis, key: mark }),
      )),
    ),
  );
}

/** Everything of a client that its lane is drawn from. */
function signature({ connected, leaves, closed, exchanges }: Client): string {
  return [connected, leaves, closed, exchanges.length, exchanges.at(-1)?.got, exchanges.at(-2)?.got].join(' ');
}

interface MarkProps {
  readonly mark: End;
  /** Between these there is room for its word, ms. */
  readonly room: readonly [from: number, to: number];
  readonly axis: TimeAxis;
}

/** Its word would be half covered for as long as it is read: it is on top of the curtain, and there from its moment on. */
function markView({ mark, room: [from, to], axis }: MarkProps): VNode | null {
  const { at } = mark;
  const there = useComputed(() => at <= clock.value);
  if (!there.value) return null;
  const [before, after] = [at - from, to - at];
  const tight = Math.max(before, after) < axis.length / 2;
  return el('i', { class: `mark${before > after ? ' before' : ''}${tight ? ' tight' : ''}`, style: placed(axis, at) }, el('span', {}, markText(mark)));
}

function markText(mark: End): string {
  if (mark.kind === 'draining') return 'SIGTERM';
  if (mark.kind === 'down') return howText(mark.how, language);
  return (mark.kind === 'worker-ended' ? texts.workerEnded : texts.workerHung)(mark.worker);
}
