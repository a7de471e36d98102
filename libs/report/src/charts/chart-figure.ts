import type { Table } from '#record';
import type { VNode } from 'preact';
import { el } from '#page';
import { dataTable } from '../page/data-table.ts';
import { disclosure } from '../page/disclosure.ts';
import type { View } from '../view.ts';
import type { DrawingOptions } from './labelled-svg.ts';
import { type Layout, layouts } from './layout.ts';

interface ChartFigureOptions extends DrawingOptions {
  /** What to know for reading it. */
  readonly note?: string | undefined;
  /** Every value that is drawn. */
  readonly table: Table;
  readonly draw: (layout: Layout, options: DrawingOptions) => VNode;
}

/** A chart with its title, drawn for wide and for narrow screens, and the table behind it. */
export function chartFigure(view: View, { id, title, description, note, table, draw }: ChartFigureOptions): VNode {
  return el(
    'figure',
    { class: 'chart', 'aria-labelledby': `${id}-caption` },
    el('figcaption', { id: `${id}-caption` }, title),
    layouts.map((layout) =>
      el('div', { class: layout.name }, draw(layout, { id: `${id}-${layout.name}`, title, description })),
    ),
    note !== undefined && el('p', { class: 'note' }, note),
    disclosure(view.texts.chart.values, dataTable(view, table)),
  );
}
