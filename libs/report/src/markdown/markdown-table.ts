import { type Cell, type Table, writeQuantity } from '#record';
import type { View } from '../view.ts';
import { escapeMarkdown } from './escape-markdown.ts';

/** A table of the record, its title above it. */
export function markdownTable(view: View, { title, columns, rows }: Table): string {
  return [
    `**${escapeMarkdown(view.say(title))}**`,
    '',
    markdownRows(
      columns.map((column) => escapeMarkdown(view.say(column))),
      rows.map((row) => row.map((cell) => escapeMarkdown(cellText(view, cell)))),
      columns.map((_, index) => index > 0 && rows.some((row) => isFigure(row[index]))),
    ),
  ].join('\n');
}

/** Rows of Markdown, which is not escaped here; columns of numbers are aligned at the right. */
export function markdownRows(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  numbers: readonly boolean[] = [],
): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    line(columns),
    line(columns.map((_, index) => (numbers[index] === true ? '---:' : '---'))),
    ...rows.map(line),
  ].join('\n');
}

function cellText({ language, texts, say }: View, cell: Cell): string {
  if (cell === null) return texts.nothing;
  if (typeof cell === 'string') return cell;
  return 'unit' in cell ? writeQuantity(cell, language) : say(cell);
}

function isFigure(cell: Cell | undefined): boolean {
  return typeof cell === 'object' && cell !== null && 'unit' in cell;
}
