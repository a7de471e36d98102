import type { Cell, Table, Timeline } from '#record';
import type { VNode } from 'preact';
import { inAll } from '../texts/in-all.ts';
import type { View } from '../view.ts';
import { chartFigure } from './chart-figure.ts';
import { timelineDrawing } from './timeline-drawing.ts';

/** What takes less of a timeline than this is drawn longer than it took, about; the wide drawing shows 1 of 600. */
const smallShare = 3 / 600;

/** Who did what when: the clients' lanes, and beneath them the server's. */
export function timelineChart(view: View, timeline: Timeline, id: string): VNode {
  const clients = timeline.lanes.filter(({ side }) => side === 'client').length;
  return chartFigure(view, {
    id,
    title: view.say(timeline.title),
    description: view.texts.timeline.describe(clients, timeline.lanes.length - clients),
    note: timeline.lanes.some(({ spans }) => spans.some(({ from, to }) => to - from < timeline.lasted * smallShare))
      ? view.texts.timeline.tiny
      : undefined,
    table: timelineTable(timeline),
    draw: (layout, options) => timelineDrawing(view, timeline, layout, options),
  });
}

function timelineTable({ title, lanes }: Timeline): Table {
  return {
    title,
    columns: [
      inAll(({ timeline }) => timeline.lane),
      inAll(({ timeline }) => timeline.phase),
      inAll(({ timeline }) => timeline.from),
      inAll(({ timeline }) => timeline.to),
    ],
    rows: lanes.flatMap(({ label, spans }) =>
      spans.map(({ phase, from, to }): Cell[] => [
        label,
        inAll((texts) => texts.phase[phase]),
        { value: from, unit: 'ms' },
        { value: to, unit: 'ms' },
      ]),
    ),
  };
}
