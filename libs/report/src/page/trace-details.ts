import { quantity, type ServerEvent, type Trace, type Visit } from '#record';
import type { VNode } from 'preact';
import { el } from '#page';
import type { View } from '../view.ts';
import { figure } from './figure.ts';
import { scrolling, table } from './table.ts';

/** So many moments show the order of events; more are for programs, which read the record. */
const mostMoments = 60;

interface Moment {
  /** ms since the trace began. */
  readonly at: number;
  readonly who: string;
  readonly what: string;
}

/** What clients and server saw, in one order, and the command that repeats it. */
export function traceDetails(view: View, { server, command, clients, events }: Trace): VNode {
  const { texts } = view;
  const moments = [
    ...clients.flatMap((visit) => momentsOf(view, visit)),
    ...events.map((event) => momentOf(view, event)),
  ].toSorted((a, b) => a.at - b.at);
  const shown = moments.slice(0, mostMoments);
  const title = texts.trace.title(server);
  return el(
    'div',
    { class: 'moments' },
    el('h4', {}, title),
    el('p', {}, texts.experiment.repeat, ': ', el('code', { class: 'command' }, command)),
    scrolling(
      title,
      table(
        { class: 'trace' },
        el('caption', { class: 'hidden' }, title),
        [texts.trace.at, texts.trace.who, texts.trace.what].map((name) => el('th', { scope: 'col' }, name)),
        shown.map(({ at, who, what }) =>
          el(
            'tr',
            {},
            el('td', {}, figure(view, quantity(at, 'ms'))),
            el('th', { scope: 'row' }, who),
            el('td', {}, what),
          ),
        ),
      ),
    ),
    shown.length < moments.length && el('p', { class: 'more' }, texts.experiment.cut(moments.length - shown.length)),
  );
}

function momentsOf({ texts, say }: View, visit: Visit): Moment[] {
  const { moment } = texts.trace;
  return (Object.keys(moment) as (keyof typeof moment)[]).flatMap((name) => {
    const at = visit[name];
    return at === undefined ? [] : [{ at, who: say(visit.label), what: moment[name] }];
  });
}

function momentOf({ texts }: View, { event, at, worker, connection }: ServerEvent): Moment {
  const who = worker === undefined ? texts.trace.server : texts.trace.worker(worker);
  return { at, who, what: connection === undefined ? event : `${event} (${texts.trace.connection(connection)})` };
}
