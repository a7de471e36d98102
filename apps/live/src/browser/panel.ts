import { h, type VNode } from 'preact';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { el } from '#page/browser';
import { type Client, doingOf, type Place, placeOf, places, type Scene, type Server } from '../story/scene.ts';
import { howText } from '../story/sentence.ts';
import { words } from '../texts/panel.ts';
import { boxes } from './boxes.ts';
import { chips, densityOf, dotRows } from './chips.ts';
import { figure, format, processes, replies } from './figures.ts';
import { glide, standing } from './glide.ts';
import { language, named } from './page.ts';
import { drawn, pictured } from './pictured.ts';
import { serverControls } from './server-controls.ts';
import { known } from './state.ts';

/** The picture: each server that is shown, and where its clients are. */
export function panels(): VNode {
  const { scene, replayed } = pictured.value;
  const grid = useRef<Element>(null);
  const before = standing(grid.current);
  useLayoutEffect(() => {
    glide(grid.current, before);
  });
  return el('div', { class: 'panels', ref: grid, 'data-count': scene.servers.size }, [...scene.servers.values()].map((server) => h(panel, { key: server.name, scene, server, replayed })));
}

interface PanelProps {
  readonly scene: Scene;
  readonly server: Server;
  readonly replayed: boolean;
}

/** Drawn anew only where something has become of the server or its clients: the scene is changed in place. */
function panel({ scene, server, replayed }: PanelProps): VNode {
  return useMemo(() => panelOf(scene, server, replayed), [scene, server, drawn.get(server.name), replayed]);
}

function panelOf(scene: Scene, server: Server, replayed: boolean): VNode {
  const { name, state } = server;
  const at = clientsByPlace(scene, server);
  const asking = at('served').filter((client) => doingOf(client) === 'asks').length;
  return el('section', { class: 'panel', 'aria-label': name, 'data-server': name, 'data-state': state },
    el('header', {}, el('h3', {}, named(name)), el('small', {}, stateOf(server))),
    h(serverControls, { name, state, replayed }),
    flowOf(server, at),
    goneOf(at),
    el('dl', {},
      figure(words.active, format(at('served').length)),
      figure(words.waiting, format(at('connecting', 'connected', 'waiting', 'handed-over').length + asking)),
      h(replies, { scene, server: name }),
    ),
    h(processes, { server }),
  );
}

type ClientsAt = (...places: readonly Place[]) => readonly Client[];

function clientsByPlace(scene: Scene, server: Server): ClientsAt {
  const by = Map.groupBy(scene.clientsOf(server.name), (client) => placeOf(client, server));
  return (...places) => places.flatMap((place) => by.get(place) ?? []);
}

function stateOf({ state, how = '', pid = 0 }: Server): string {
  if (state === 'starting') return words.starting;
  if (state === 'down') return `${words.down} ${howText(how, language)}`;
  return `pid ${pid}${state === 'draining' ? ` · ${words.draining}` : ''}`;
}

/** From left to right, as clients go: outside, accepted and waiting, served. */
function flowOf(server: Server, at: ClientsAt): VNode {
  const { workers, queue = 0, state } = server;
  const [outside, waiting, handedOver, served] = [at('connecting', 'connected'), at('waiting'), at('handed-over'), at('served')];
  // By all that there ever are, also in a replay: else the picture would change its kind, and its height, while clients come and leave.
  const all = Math.max(at(...places).length, known.peek().scene.clientsOf(server.name).length);
  const density = densityOf(all);
  const threads = workers.every(({ pid }) => pid === undefined);
  const hands = workers.length === 0 ? undefined : threads ? words.main : words.primary;
  const queued = waiting.toSorted((one, other) => (one.accepted ?? 0) - (other.accepted ?? 0));
  // Those of a run before may be ahead of it, whom nobody sees any more: then nothing is said of how many there are.
  const turn = (client: Client): number | undefined => (client.ahead === undefined ? undefined : served.length + queued.indexOf(client) || undefined);
  const standing = (place: 'outside' | 'waiting', clients: Parameters<typeof chips>[2]): readonly VNode[] => [
    el('h4', { 'data-count': clients.length }, words[place], clients.length > 0 && el('b', {}, ` ${format(clients.length)}`)),
    chips(words[place], density, clients),
  ];
  // As high as it was with all of them: else the whole page moves while clients leave.
  return el('div', { class: 'flow', style: density === 'dot' ? { '--all': dotRows(all) } : {} },
    el('div', { class: 'outside' },
      ...standing('outside', outside.map((client) => [client, { place: placeOf(client, server) }])),
      queue > 0 && state !== 'down' && el('p', {}, `${words.kernelQueue} ${format(queue)}`),
    ),
    el('div', { class: threads ? 'inside one-process' : 'inside' },
      threads && workers.length > 0 && el('h4', { class: 'caption' }, words.oneProcess),
      el('div', { class: hands === undefined ? 'queue' : 'queue box', 'data-state': hands !== undefined && state === 'down' ? 'ended' : undefined },
        hands !== undefined && el('h4', {}, hands, !threads && el('small', {}, ` pid ${server.pid ?? '–'}`)),
        ...standing('waiting', queued.map((client) => [client, { place: 'waiting', ahead: turn(client) }])),
      ),
      el('div', { class: 'boxes' }, ...boxes(server, served, handedOver, density)),
    ),
  );
}

/** Whom the server lost stays to be seen; whoever went as is right is counted. */
function goneOf(at: ClientsAt): VNode {
  const [lost, ended, left] = [at('lost'), at('ended').length, at('left').length];
  const density = densityOf(lost.length);
  const counted = [ended > 0 && `${words.endedInOrder} ${format(ended)}`, left > 0 && `${words.left} ${format(left)}`];
  return el('div', { class: 'gone' },
    lost.length > 0 && el('h4', {}, words.lost, el('b', {}, ` ${format(lost.length)}`)),
    lost.length > 0 && chips(words.lost, density, lost.map((client) => [client, { place: 'lost' }])),
    el('p', {}, counted.filter((text) => text !== false).join(' · ')),
  );
}
