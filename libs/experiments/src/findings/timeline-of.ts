import type { Lane, Span, Text, Timeline, Trace, Visit } from '#record';
import { type ServedInterval, servedIntervals } from './served-intervals.ts';

/** Draws a trace as lanes: each client as it saw itself, and beneath, each connection as the server saw it. */
export function timelineOf(trace: Trace, title: Text): Timeline {
  const lanes = [...trace.clients.map(clientLane), ...servedIntervals(trace.events).map(serverLane)];
  const lasted = Math.max(0, ...lanes.flatMap(({ spans }) => spans.map(({ to }) => to)));
  return { title, server: trace.server, lasted, lanes };
}

function clientLane(visit: Visit): Lane {
  const { label, started, connected, sent, firstByte, ended, closed } = visit;
  const spans: Span[] = [
    ...span('connecting', started, connected ?? closed),
    ...span('waiting', sent ?? connected, firstByte ?? closed),
    ...span('served', firstByte, ended ?? closed),
    ...span('closing', ended, closed),
  ];
  return { side: 'client', label, spans };
}

function serverLane({ worker, accepted, serving, ended }: ServedInterval, index: number): Lane {
  const by = worker === undefined ? '' : `worker ${worker} · `;
  return {
    side: 'server',
    label: { en: `${by}connection ${index + 1}`, 'pt-BR': `${by}conexão ${index + 1}` },
    spans: [...span('waiting', accepted, serving), ...span('served', serving, ended)],
  };
}

function span(phase: Span['phase'], from: number | undefined, to: number | undefined): Span[] {
  return from === undefined || to === undefined ? [] : [{ phase, from, to }];
}
