import { type Attributes, el } from '#page';
import type { VNode } from 'preact';
import type { DrawingOptions } from './labelled-svg.ts';
import { type ChartWidth, type Layout, layouts } from './layout.ts';

interface ChartFigureOptions extends DrawingOptions {
  readonly width: ChartWidth;
  /** What to know for reading it. */
  readonly note?: string | undefined;
  readonly draw: (layout: Layout, options: DrawingOptions) => VNode;
  readonly attributes?: Attributes;
}

/** A chart with its title, drawn for wide and for narrow screens. The values behind it stand in a table of the page's. */
export function chartFigure({ id, width, title, description, note, draw, attributes }: ChartFigureOptions): VNode {
  return el(
    'figure',
    { class: `chart ${width}`, 'aria-labelledby': `${id}-caption`, ...attributes },
    el('figcaption', { id: `${id}-caption` }, title),
    layouts[width].map((layout) =>
      el('div', { class: layout.name }, draw(layout, { id: `${id}-${layout.name}`, title, description })),
    ),
    note !== undefined && el('p', { class: 'note' }, note),
  );
}
