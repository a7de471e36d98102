import type { Cell, Quantity, Table } from '#record';
import type { ComponentChildren, VNode } from 'preact';
import { el } from '#page';
import type { View } from '../view.ts';
import { changedCode } from './changed-code.ts';
import { figure } from './figure.ts';
import { serverName } from './server-name.ts';
import { roleIn, scrolling, table } from './table.ts';

/** A table of the record, which scrolls by itself; one of code as the comparison shows it. */
export function dataTable(view: View, data: Table): VNode {
  if (data.changedCode === true) return changedCode(view, data);
  return scrolling(view.say(data.title), tableElement(view, data, { class: 'figures' }, (cell) => cellContent(view, cell)));
}

/**
 * A table that a narrow page lays out as blocks, a block a row, so that nothing of it is out of sight. The name of an
 * experiment leads to it.
 */
export function stackingTable(view: View, data: Table): VNode {
  return tableElement(view, data, { class: 'figures stacking' }, (cell) => experimentLinks(view, cell) ?? cellContent(view, cell));
}

function tableElement(
  view: View,
  { title, columns, rows }: Table,
  attributes: { readonly class: string },
  content: (cell: Cell) => ComponentChildren,
): VNode {
  const names = columns.map((column) => view.say(column));
  const numeric = columns.map((_, index) => index > 0 && rows.some((row) => isFigure(row[index])));
  // Most cells hold figures: the others have the class.
  const align = (index: number): string | undefined => (index > 0 && numeric[index] !== true ? 'text' : undefined);
  const columnOf = (index: number): string | undefined => (attributes.class.includes('stacking') ? names[index] : undefined);
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
            ? el('th', { scope: 'row', ...roleIn(attributes, 'rowheader') }, content(cell))
            : el(
                'td',
                { ...roleIn(attributes, 'cell'), class: align(index), 'data-column': columnOf(index) },
                content(cell),
              ),
        ),
      ),
    ),
  );
}

function cellContent(view: View, cell: Cell): ComponentChildren {
  if (cell === null) return view.texts.nothing;
  if (typeof cell === 'string') return serverNames(view, cell) ?? cell;
  return isFigure(cell) ? figure(view, cell) : view.say(cell);
}

/** One server, or several with commas between them, each in its colour; undefined for any other text. */
function serverNames(view: View, text: string): ComponentChildren {
  const names = text.split(', ');
  if (!names.every((name) => view.record.servers.includes(name))) return undefined;
  return names.map((name, index) => [index > 0 && ', ', serverName(view, name)]);
}

/** One experiment, or several with commas between them; undefined for any other text, and where this run has not all of them. */
function experimentLinks({ record, say }: View, cell: Cell): ComponentChildren {
  const ids = typeof cell === 'string' ? cell.split(', ') : [];
  const links = ids.flatMap((id) => {
    const experiment = record.experiments.find((one) => one.id === id);
    return experiment === undefined ? [] : [el('a', { href: `#${id}`, title: say(experiment.title) }, id)];
  });
  if (links.length === 0 || links.length < ids.length) return undefined;
  return links.map((link, index) => [index > 0 && ', ', link]);
}

function isFigure(cell: Cell | undefined): cell is Quantity {
  return typeof cell === 'object' && cell !== null && 'unit' in cell;
}
