import { el, px, seriesClass, serverPlace } from '#page';
import { type Lane, phases, type Quantity, writeValue } from '#record';
import type { VNode } from 'preact';
import { phaseWords } from '../texts/phase-words.ts';
import type { View } from '../view.ts';
import { axisLabel, bottomAxis, type Plot } from './axes.ts';
import { axisScale } from './axis-scale.ts';
import { labelledSvg, type DrawingOptions } from './labelled-svg.ts';
import { layOutSpans } from './lay-out-spans.ts';
import type { Layout } from './layout.ts';
import { legend } from './legend.ts';
import { phaseKey, phaseParts } from './phase-bar.ts';
import { textWidth } from './text-width.ts';
import { wrapText } from './wrap-text.ts';

/** One of several timelines that share an axis. */
export interface TimelinePanel {
  readonly heading: string;
  readonly server: string;
  readonly lanes: readonly Lane[];
  /** What it came to, at the end of its heading. */
  readonly figure?: Quantity | undefined;
}

interface Timelines {
  readonly panels: readonly TimelinePanel[];
  /** ms, of the longest. */
  readonly lasted: number;
  /** What the panels' figures are. */
  readonly figures: string;
}

/** How high a lane is drawn: the more there are, the thinner. */
function thickness(panels: readonly TimelinePanel[]): number {
  const lanes = panels.map((panel) => panel.lanes.length);
  if (Math.max(...lanes) > 16) return 10;
  return lanes.reduce((sum, count) => sum + count, 0) > 10 ? 14 : 18;
}

/** The widest heading and the widest lane's name that stand at the left of the lanes; wider ones stand above them. */
const [widestHeading, widestLane] = [160, 230];
/** Between the lines of a heading that is wider than its drawing. */
const headingLine = 14;

/** Panels one below the other, on one axis. */
export function timelinesDrawing(
  view: View,
  { panels, lasted, figures: figuresLabel }: Timelines,
  layout: Layout,
  options: DrawingOptions,
): VNode {
  const { texts, language, say } = view;
  const lanes = panels.flatMap((panel) => panel.lanes);
  const wide = layout.name === 'wide';
  const bar = thickness(panels);
  const labels = Math.max(...lanes.map(({ label }) => textWidth(say(label), 12.5)), 0);
  const labelsBeside = labels <= (wide ? widestLane : 90);
  const headings = Math.max(...panels.map(({ heading }) => textWidth(heading, 12.5)), 0);
  const headingsBeside = wide && headings <= widestHeading;
  const labelAt = headingsBeside ? headings + 24 : 0;
  const figures = panels.map(({ figure }) => (figure === undefined ? '' : writeValue(figure.value, figure.unit, language)));
  const used = phases.filter((phase) => lanes.some(({ spans }) => spans.some((span) => span.phase === phase)));
  const words = phaseWords(texts, lanes);
  const figuresSaid = wide && figuresLabel !== '';
  const keys = legend(
    used.map((phase) => ({
      text: words[phase],
      key: (x, y) => phaseKey(phase, { x: x + 1, y: y - 6, width: 22, height: 12 }),
    })),
    layout.width - (figuresSaid ? textWidth(figuresLabel) : 0), // It stands behind them.
  );

  const step = labelsBeside ? bar + 5 : bar + 18;
  let y = keys.height + 8;
  const placed = panels.map((panel, index) => {
    const figure = figures[index] ?? '';
    const room = layout.width - (wide || figure === '' ? 0 : textWidth(figure, 14) + 12);
    const headingAt = headingsBeside ? y + bar / 2 + 4 : y + 14;
    const heading = headingsBeside ? [panel.heading] : wrapText(panel.heading, room, 13);
    if (!headingsBeside) y += heading.length * headingLine + 7;
    const rows = panel.lanes.map((lane) => ({ lane, y: (y += step) - step }));
    y += 9;
    return { panel, heading, rows, headingAt, figure };
  });
  const plot: Plot = {
    left: labelAt + (labelsBeside ? labels + 12 : 2),
    right: layout.width - Math.max(16, wide ? Math.max(...figures.map((text) => textWidth(text, 14))) + 12 : 0),
    top: keys.height + 4,
    bottom: y,
  };
  const scale = axisScale({
    unit: 'ms',
    scale: 'linear',
    values: [lasted],
    from: plot.left,
    to: plot.right,
    language,
    count: wide ? 7 : 4,
    exact: true,
  });
  const drawLane = ({ lane, y: top }: (typeof placed)[number]['rows'][number], server: string): VNode =>
    laneDrawing(
      view,
      lane,
      server,
      { y: top + (labelsBeside ? 0 : 14), bar, labelAt: [labelAt, labelsBeside ? top + bar / 2 + 4 : top + 9] },
      scale.place,
    );

  return labelledSvg(
    layout.width,
    plot.bottom + 42,
    {
      ...options,
      attributes: {
        'data-lasted': lasted,
        'data-left': px(scale.place(0)),
        'data-right': px(scale.place(lasted)),
        'data-top': px(plot.top),
        'data-bottom': px(plot.bottom),
      },
    },
    keys.content,
    figuresSaid && el('text', { class: 'figures-label', x: layout.width, y: 13, 'text-anchor': 'end' }, figuresLabel),
    bottomAxis(plot, scale, axisLabel(texts.timeline.axis, scale), true),
    placed.map(({ panel: { server, figure }, heading, rows, headingAt, figure: written }) => [
      heading.map((line, index) =>
        el(
          'text',
          { class: `group ${seriesClass(serverPlace(server, view.record.servers))}`, x: 0, y: px(headingAt + index * headingLine) },
          line,
        ),
      ),
      figure !== undefined &&
        el(
          'text',
          {
            class: 'panel-figure',
            x: layout.width,
            y: px(wide ? ((rows[0]?.y ?? 0) + (rows.at(-1)?.y ?? 0) + bar) / 2 + 5 : headingAt),
            'data-value': figure.value,
          },
          written,
        ),
    ]),
    el('g', { class: 'lanes' }, placed.map(({ panel, rows }) => rows.map((row) => drawLane(row, panel.server)))),
  );
}

interface LanePlace {
  readonly y: number;
  /** Height of its spans. */
  readonly bar: number;
  readonly labelAt: readonly [number, number];
}

function laneDrawing(
  { texts, language, say }: View,
  lane: Lane,
  server: string,
  { y, bar, labelAt: [labelX, labelY] }: LanePlace,
  place: (ms: number) => number,
): VNode {
  const words = phaseWords(texts, [lane]);
  return el(
    'g',
    { class: `lane ${lane.side}`, 'data-lane': say(lane.label), 'data-server': server },
    el('text', { class: 'lane-label', x: px(labelX), y: px(labelY) }, say(lane.label)),
    layOutSpans(lane.spans, place, 3).map(({ span: { phase, from, to }, from: left, to: right }) => {
      const took = writeValue(to - from, 'ms', language);
      // A wait is the subject: it says what it is.
      const candidates = phase === 'waiting' ? [`${texts.phase.waiting} ${took}`, took] : [took];
      const written = candidates.find((text) => right - left > textWidth(text, 11) + 10);
      return el(
        'g',
        { class: `span ${phase}`, 'data-from': from, 'data-to': to, 'data-word': words[phase] },
        phaseParts(phase, { x: left, y, width: right - left, height: bar }),
        bar >= 14 &&
          written !== undefined &&
          el(
            'text',
            { class: 'span-text', x: px((left + right) / 2), y: px(y + bar / 2 + 4) },
            written,
          ),
      );
    }),
  );
}
