import type { Cell, Quantity, Table } from '#record';
import type { VNode } from 'preact';
import { el } from '#page';
import type { View } from '../view.ts';
import { changedCode } from './changed-code.ts';
import { figure } from './figure.ts';
import { serverName } from './server-name.ts';
import { roleIn, scrolling, table } from './table.ts';

/** A table of the record, which scrolls by itself; one of code as the comparison shows it. */
export function dataTable(view: View, data: Table): VNode {
  if (data.changedCode === true) return changedCode(view, data);
  return scrolling(view.say(data.title), tableElement(view, data, {}));
}

/** A table that a narrow page lays out as blocks, a block a row, so that nothing of it is out of sight. */
export function stackingTable(view: View, data: Table): VNode {
  return tableElement(view, data, { class: 'stacking' });
}

function tableElement(view: View, { title, columns, rows }: Table, attributes: { readonly class?: string }): VNode {
  const names = columns.map((column) => view.say(column));
  const numeric = columns.map((_, index) => index > 0 && rows.some((row) => isFigure(row[index])));
  const align = (index: number): string | undefined => (numeric[index] === true ? 'number' : undefined);
  return table(
    attributes,
    el('caption', {}, view.say(title)),
    names.map((name, index) => el('th', { scope: 'col', ...roleIn(attributes, 'columnheader'), class: align(index) }, name)),
    rows.map((row) =>
      el(
        'tr',
        roleIn(attributes, 'row'),
        row.map((cell, index) =>
          index === 0
            ? el('th', { scope: 'row', ...roleIn(attributes, 'rowheader') }, cellContent(view, cell))
            : el(
                'td',
                { ...roleIn(attributes, 'cell'), class: align(index), 'data-column': attributes.class && names[index] },
                cellContent(view, cell),
              ),
        ),
      ),
    ),
  );
}

function cellContent(view: View, cell: Cell): VNode | string {
  if (cell === null) return view.texts.nothing;
  if (typeof cell === 'string') return view.record.servers.includes(cell) ? serverName(view, cell) : cell;
  return isFigure(cell) ? figure(view, cell) : view.say(cell);
}

function isFigure(cell: Cell | undefined): cell is Quantity {
  return typeof cell === 'object' && cell !== null && 'unit' in cell;
}
