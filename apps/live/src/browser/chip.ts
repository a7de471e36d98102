import type { VNode } from 'preact';
import { el } from '#page/browser';
import { doingOf } from '../story/doing.ts';
import type { Client } from '../story/scene.ts';
import { words } from '../texts/panel.ts';
import type { ChipOptions, Density } from './density.ts';
import { dots } from './dots.ts';

/** A client where it is. */
function chip(client: Client, options: ChipOptions): VNode {
  const { place, density, heldUp = false } = options;
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
export function chips(label: string, density: Density, all: readonly (readonly [Client, Omit<ChipOptions, 'density'>])[]): VNode {
  const told = all.map(([client, options]) => [client, { ...options, density }] as const);
  if (density === 'dot') return dots(told);
  return el('ul', { class: `chips ${density}`, 'aria-label': label }, told.map(([client, options]) => chip(client, options)));
}
