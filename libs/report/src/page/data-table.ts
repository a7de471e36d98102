import type { Cell, Quantity, Table } from '#record';
import type { VNode } from 'preact';
import { el } from '../element.ts';
import type { View } from '../view.ts';
import { figure } from './figure.ts';
import { serverName } from './server-name.ts';

/** A table of the record. It scrolls by itself where the page is too narrow for it, by keyboard too. */
export function dataTable(view: View, table: Table): VNode {
  return el(
    'div',
    { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': view.say(table.title) },
    tableElement(view, table, {}),
  );
}

/** A table that a narrow page lays out as blocks, a block a row, so that nothing of it is out of sight. */
export function stackingTable(view: View, table: Table): VNode {
  return tableElement(view, table, { class: 'stacking' });
}

/** The roles are said, because some browsers take a table that is laid out as blocks for no table. */
function tableElement(view: View, { title, columns, rows }: Table, attributes: { readonly class?: string }): VNode {
  const names = columns.map((column) => view.say(column));
  const numeric = columns.map((_, index) => index > 0 && rows.some((row) => isFigure(row[index])));
  const align = (index: number): string | undefined => (numeric[index] === true ? 'number' : undefined);
  return el(
    'table',
    { ...attributes, role: 'table' },
    el('caption', {}, view.say(title)),
    el(
      'thead',
      { role: 'rowgroup' },
      el(
        'tr',
        { role: 'row' },
        names.map((name, index) => el('th', { scope: 'col', role: 'columnheader', class: align(index) }, name)),
      ),
    ),
    el(
      'tbody',
      { role: 'rowgroup' },
      rows.map((row) =>
        el(
          'tr',
          { role: 'row' },
          row.map((cell, index) =>
            index === 0
              ? el('th', { scope: 'row', role: 'rowheader' }, cellContent(view, cell))
              : el(
                  'td',
                  { role: 'cell', class: align(index), 'data-column': attributes.class && names[index] },
                  cellContent(view, cell),
                ),
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
