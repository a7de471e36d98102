import type { VNode } from 'preact';
import { el } from '#page/browser';
import { type Client, doingOf, type Place } from '../story/scene.ts';
import { words } from '../texts/panel.ts';

/** How much is told of each client: the more there are, the less. */
export type Density = 'full' | 'number' | 'dot';

export function densityOf(count: number): Density {
  return count <= 8 ? 'full' : count <= 24 ? 'number' : 'dot';
}

interface ChipOptions {
  readonly place: Place;
  /** Another client's message keeps its own from being read. */
  readonly heldUp?: boolean;
  /** How many are before it in the server's queue. */
  readonly ahead?: number | undefined;
}

/** A client where it is. */
function chip(client: Client, options: ChipOptions, density: Density): VNode {
  const { place, heldUp = false } = options;
  const name = `${words.client(client.number)}${client.role === undefined ? '' : ` (${words.heavy})`}`;
  const doing = place === 'lost' ? undefined : heldUp ? 'held-up' : doingOf(client);
  const [state, more] = statesOf(client, options);
  const attributes = {
    key: client.id,
    class: 'chip',
    'data-client': client.number,
    'data-place': place,
    'data-doing': doing,
    'data-role': client.role,
    title: `${name}: ${more === undefined ? state : `${state}; ${more}`}`,
  };
  if (density === 'number') return el('li', attributes, client.number, el('span', { class: 'unseen' }, ` ${state}`));
  const heavy = client.role !== undefined && el('b', {}, words.heavy);
  return el('li', attributes, el('span', {}, words.client(client.number), ' ', heavy), el('small', {}, state), ...bytes(client));
}

/** What it sent and what it got, as they are, where that is the point. */
function bytes({ parts, replies }: Client): readonly VNode[] {
  const written = (arrow: string, texts: readonly string[]): VNode => el('code', {}, `${arrow} ${texts.map((text) => JSON.stringify(text)).join(' ')}`);
  return [...(parts.length > 0 ? [written('→', parts)] : []), ...(replies.length > 0 ? [written('←', replies)] : [])];
}

/** What is to be said of it in few words, and what besides. */
function statesOf(client: Client, { place, heldUp = false, ahead }: ChipOptions): readonly [string, string | undefined] {
  const doing = doingOf(client);
  if (heldUp) return [words.heldUp, words.unread];
  if (place === 'served') return [words.doings[doing], undefined];
  const unread = doing === 'asks' ? words.unread : undefined;
  if (place === 'waiting' && ahead !== undefined) return [words.ahead(ahead), unread];
  if (place === 'connected' && unread !== undefined) return [unread, words.places.connected];
  return [words.places[place], undefined];
}

/** Clients that stand together. Dots have nothing to read: what they stand in says how many there are. */
export function chips(label: string, density: Density, all: readonly (readonly [Client, ChipOptions])[]): VNode {
  if (density === 'dot') return dots(all);
  return el('ul', { class: `chips ${density}`, 'aria-label': label }, all.map(([client, options]) => chip(client, options, density)));
}

const columns = 9;
const [pitch, radius] = [10, 3.5];

/** Of so many. */
export function dotRows(count: number): number {
  return Math.ceil(count / columns);
}

/** What a dot tells. */
type State = 'coming' | 'waiting' | 'idle' | 'works' | 'computes' | 'lost';

function stateOf(client: Client, { place, heldUp = false }: ChipOptions): State {
  const doing = doingOf(client);
  if (place === 'lost') return 'lost';
  if (place === 'waiting' || heldUp || (place === 'connected' && doing === 'asks')) return 'waiting';
  if (place !== 'served') return 'coming';
  return doing === 'idle' ? 'idle' : doing === 'computes' || doing === 'hangs' ? 'computes' : 'works';
}

/** A shape for whom attention is due, beside the colour. */
function shape(state: State, x: number, y: number): string {
  const [left, top, across] = [x - radius, y - radius, 2 * radius];
  if (state === 'lost') return `M${left},${top}l${across},${across}m0,${-across}l${-across},${across}`;
  if (state === 'waiting') return `M${left},${top}h${across}v${across}h${-across}z`;
  return `M${left},${y}a${radius},${radius} 0 1 0 ${across},0a${radius},${radius} 0 1 0 ${-across},0`;
}

/** Many clients, as one drawing: with an element for each, a browser has more to do than fits into a frame when they come and go. */
function dots(all: readonly (readonly [Client, ChipOptions])[]): VNode {
  const rows = dotRows(all.length);
  const drawn = all.map(([client, options], index) => {
    const state = stateOf(client, options);
    return { state, d: shape(state, (index % columns) * pitch + pitch / 2, Math.floor(index / columns) * pitch + pitch / 2) };
  });
  return el(
    'svg',
    { class: 'dots', viewBox: `0 0 ${columns * pitch} ${rows * pitch}`, 'aria-hidden': 'true', style: { '--rows': rows } },
    [...Map.groupBy(drawn, ({ state }) => state)].map(([state, some]) =>
      el('path', { key: state, class: state, 'data-count': some.length, d: some.map(({ d }) => d).join('') }),
    ),
  );
}
