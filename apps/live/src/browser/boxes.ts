import type { VNode } from 'preact';
import { el } from '#page/browser';
import { blocks, type Client, doingOf, type Server, type Worker } from '../story/scene.ts';
import { howText } from '../story/sentence.ts';
import { words } from '../texts/panel.ts';
import { chips, type Density } from './chips.ts';
import { language } from './page.ts';

interface BoxOptions {
  readonly key: string | number;
  readonly title: string;
  readonly clients: readonly Client[];
  readonly density: Density;
  /** On their way to it. */
  readonly coming?: readonly Client[];
  readonly worker?: Worker;
  readonly down: boolean;
  /** What it says while nobody is in it. */
  readonly empty?: string;
}

/** Where clients are served: an event loop, a worker, a thread. */
function box({ key, title, clients, density, coming = [], worker, down, empty }: BoxOptions): VNode {
  // Where it is a process of its own.
  const pid = worker?.pid;
  const blocker = clients.find(blocks);
  const over = down || worker?.ended !== undefined;
  const state = over ? 'ended' : worker?.hung !== undefined ? 'hung' : undefined;
  const inside = clients.map((client) => {
    const heldUp = blocker !== undefined && client !== blocker && doingOf(client) === 'asks';
    return [client, { place: 'served', heldUp }] as const;
  });
  const said = [
    blocker !== undefined && words.busyFor(blocker.number),
    state === 'hung' && words.silent,
    state === 'ended' && worker?.reason !== undefined && `${words.ended} ${howText(worker.reason, language)}`,
    clients.length === 0 && !over && empty,
  ].filter((sentence) => typeof sentence === 'string');
  return el('div', { key, class: 'box', 'data-box': key, 'data-state': state, 'data-blocked': blocker?.number, 'data-process': pid },
    el('h4', {}, title, pid !== undefined && el('small', {}, ` pid ${pid}`)),
    coming.length > 0 && chips(words.places['handed-over'], density, coming.map((client) => [client, { place: 'handed-over' }])),
    said.map((sentence) => el('p', {}, sentence)),
    chips(`${title}: ${words.places.served}`, density, inside),
  );
}

/** Of a server: one for each of its workers or threads, or the only one. */
export function boxes(server: Server, served: readonly Client[], handedOver: readonly Client[], density: Density): VNode[] {
  const down = server.state === 'down';
  if (server.workers.length > 0) {
    return server.workers.map((worker) =>
      box({
        key: worker.id, title: words.worker(worker.id), density, worker, down,
        clients: served.filter((client) => client.worker === worker.id),
        coming: handedOver.filter(({ to }) => to === worker.id),
      }),
    );
  }
  if (server.name.startsWith('python-threads')) {
    if (density !== 'full' || served.length === 0) return [box({ key: 0, title: words.threads, clients: served, density, down })];
    return served.map((client) => box({ key: client.id, title: words.thread, clients: [client], density, down }));
  }
  const blocking = server.name.startsWith('python-blocking');
  const title = blocking ? words.thread : words.loop;
  return [box({ key: 0, title, clients: served, density, down, ...(blocking && { empty: words.oneAtATime }) })];
}
