import { type Lane, phases, type Timeline, writeValue } from '#record';
import type { VNode } from 'preact';
import { el, px } from '#page';
import type { View } from '../view.ts';
import { axisLabel, bottomAxis, type Plot } from './axes.ts';
import { axisScale } from './axis-scale.ts';
import { labelledSvg, type DrawingOptions } from './labelled-svg.ts';
import { layOutSpans } from './lay-out-spans.ts';
import type { Layout } from './layout.ts';
import { legend } from './legend.ts';
import { phaseBar } from './phase-bar.ts';
import { textWidth } from './text-width.ts';

/** From so many lanes, they are drawn thinner. */
const manyLanes = 10;

export function timelineDrawing(view: View, timeline: Timeline, layout: Layout, options: DrawingOptions): VNode {
  const { texts, language, say } = view;
  const beside = layout.name === 'wide';
  const bar = timeline.lanes.length > manyLanes ? 14 : 20;
  const step = beside ? bar + 8 : bar + 20;
  const used = phases.filter((phase) => timeline.lanes.some(({ spans }) => spans.some((span) => span.phase === phase)));
  const keys = legend(
    used.map((phase) => ({
      text: texts.phase[phase],
      key: (x, y) => phaseBar(phase, { x: x + 1, y: y - 6, width: 22, height: 12 }),
    })),
    layout.width,
  );
  const groups = [
    { heading: texts.timeline.clients, lanes: timeline.lanes.filter(({ side }) => side === 'client') },
    {
      heading: `${texts.timeline.server}: ${timeline.server}`,
      lanes: timeline.lanes.filter(({ side }) => side === 'server'),
    },
  ].filter(({ lanes }) => lanes.length > 0);

  let y = keys.height + 10;
  const rows = groups.flatMap(({ heading, lanes }) => {
    y += 16;
    const title = { heading, y };
    y += 10;
    const placed = lanes.map((lane) => ({ lane, y: (y += step) - step }));
    y += 12;
    return [title, ...placed];
  });
  const labels = timeline.lanes.map(({ label }) => textWidth(say(label), 12.5));
  const plot: Plot = {
    left: beside ? Math.min(Math.max(...labels, 60) + 12, 230) : 2,
    right: layout.width - 16,
    top: keys.height + 12,
    bottom: y,
  };
  const scale = axisScale({
    unit: 'ms',
    scale: 'linear',
    values: [timeline.lasted],
    from: plot.left,
    to: plot.right,
    language,
    count: beside ? 7 : 4,
    exact: true,
  });

  return labelledSvg(
    layout.width,
    plot.bottom + 42,
    options,
    keys.content,
    bottomAxis(plot, scale, axisLabel(texts.timeline.axis, scale), true),
    rows.map((row) =>
      'heading' in row
        ? el('text', { class: 'group', x: 0, y: px(row.y) }, row.heading)
        : lane(
            view,
            row.lane,
            { y: row.y + (beside ? 0 : 14), bar, labelAt: beside ? [0, row.y + bar / 2 + 4] : [0, row.y + 9] },
            scale.place,
          ),
    ),
  );
}

interface LanePlace {
  readonly y: number;
  /** Height of its spans. */
  readonly bar: number;
  readonly labelAt: readonly [number, number];
}

function lane(
  { language, say }: View,
  { label, spans }: Lane,
  { y, bar, labelAt: [labelX, labelY] }: LanePlace,
  place: (ms: number) => number,
): VNode {
  return el(
    'g',
    {},
    el('text', { class: 'lane', x: px(labelX), y: px(labelY) }, say(label)),
    layOutSpans(spans, place, 3).map(({ span, from, to }) => {
      const written = writeValue(span.to - span.from, 'ms', language);
      const fits = bar >= 14 && to - from > textWidth(written, 11) + 10;
      return [
        phaseBar(span.phase, { x: from, y, width: to - from, height: bar }),
        fits &&
          el(
            'text',
            {
              class: `span-text ${span.phase}`,
              x: px((from + to) / 2),
              y: px(y + bar / 2 + 4),
              'text-anchor': 'middle',
              'data-from': span.from,
              'data-to': span.to,
            },
            written,
          ),
      ];
    }),
  );
}
