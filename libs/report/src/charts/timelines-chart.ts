import type { Quantity, Timeline } from '#record';
import type { VNode } from 'preact';
import type { View } from '../view.ts';
import { chartFigure } from './chart-figure.ts';
import { type TimelinePanel, timelinesDrawing } from './timelines-drawing.ts';

/** What takes less of a timeline than this is drawn longer than it took, about; the wide drawing shows 1 of 700. */
const smallShare = 3 / 700;

interface TimelinesOptions {
  readonly id: string;
  /** Of several; a single one has its own. */
  readonly title: string;
  /** The clients' lanes alone, or the server's beneath them, too. */
  readonly sides: 'clients' | 'both';
  /** What each came to, by server, and what that is. */
  readonly figures?: { readonly label: string; readonly by: Readonly<Record<string, Quantity>> | undefined };
}

/** Who did what when: the clients' lanes, and beneath them the server's; several on one axis. */
export function timelinesChart(view: View, timelines: readonly Timeline[], options: TimelinesOptions): VNode {
  const { texts, say } = view;
  const [first] = timelines;
  const servers = new Set(timelines.map(({ server }) => server));
  const panels = timelines.map(
    ({ title, server, lanes }): TimelinePanel => ({
      heading: servers.size === timelines.length ? server : say(title),
      server,
      lanes: options.sides === 'both' ? lanes : lanes.filter(({ side }) => side === 'client'),
      figure: options.figures?.by?.[server],
    }),
  );
  const lasted = Math.max(...timelines.map((timeline) => timeline.lasted));
  const lanes = panels.flatMap((panel) => panel.lanes);
  const clients = lanes.filter(({ side }) => side === 'client').length;
  return chartFigure({
    id: options.id,
    width: 'full',
    title: timelines.length === 1 && first !== undefined ? say(first.title) : options.title,
    description: texts.timeline.describe(panels.length, clients, lanes.length - clients),
    note: lanes.some(({ spans }) => spans.some(({ from, to }) => to - from < lasted * smallShare)) ? texts.timeline.tiny : undefined,
    draw: (layout, drawing) => timelinesDrawing(view, { panels, lasted, figures: options.figures?.label ?? '' }, layout, drawing),
    attributes: { 'data-replay': true },
  });
}
