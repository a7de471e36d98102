import type { ComponentChild } from 'preact';
import { codeBlock, codeCells, el } from '#page';
import { withoutComments } from '../comments.ts';
import type { Line, Row } from '../diff-sources.ts';
import type { FileDiff, Pair } from '../pair.ts';
import type { Source } from '../source.ts';
import type { PageContext } from './page-context.ts';

/** How many unchanged lines are left around a change, and how many it takes for folding to be worth it. */
const around = 3;
const worthFolding = 4;

/** A file of two approaches side by side; one that only one of them has, from top to bottom. */
export function fileView({ name, left, right, rows }: FileDiff, pair: Pair, context: PageContext): ComponentChild {
  const only = left === undefined ? pair.right : right === undefined ? pair.left : undefined;
  const { page } = context.words;
  return codeBlock(
    el('h3', {}, name, only && el('small', {}, ` ${page.onlyIn} `, context.server(only, only.short))),
    [
      ...(left ? [context.server(pair.left, left.path)] : []),
      ...(right ? [context.server(pair.right, right.path)] : []),
    ],
    groups(rows).map(({ kind, rows: those }) => {
      const lines = those.map((row) => rowView(row, left, right, context));
      if (kind === 'far') return el('details', {}, el('summary', {}, page.unchanged(lines.length)), lines);
      return kind === 'changed' ? el('div', { class: 'change' }, lines) : lines;
    }),
  );
}

interface Group {
  /** `near`: unchanged lines around a change; `far`: those that are put away. */
  kind: 'changed' | 'near' | 'far';
  readonly rows: Row[];
}

/** Rows that are shown in the same way, together. */
function groups(rows: readonly Row[]): readonly Group[] {
  const changed = (row: Row | undefined): boolean => row !== undefined && row.kind !== 'same';
  const result: Group[] = [];
  for (const [index, row] of rows.entries()) {
    const isNear = rows.slice(Math.max(0, index - around), index + around + 1).some(changed);
    const kind = changed(row) ? 'changed' : isNear ? 'near' : 'far';
    const last = result.at(-1);
    if (last?.kind === kind) last.rows.push(row);
    else result.push({ kind, rows: [row] });
  }
  for (const group of result) if (group.kind === 'far' && group.rows.length < worthFolding) group.kind = 'near';
  return result;
}

function rowView(row: Row, left: Source | undefined, right: Source | undefined, context: PageContext): ComponentChild {
  const classes = ['row', row.kind === 'same' && 's', row.onlyComments && 'o', isComment(row) && 'm'];
  // In a file that only one has, all is new, and colour would say nothing.
  const alike = row.kind === 'same' || left === undefined || right === undefined;
  const side = (line: Line | undefined, source: Source | undefined, change: 'removed' | 'added'): ComponentChild => {
    if (source === undefined) return null;
    const tokens = line && (context.tokens(source)[line.number - 1] ?? []);
    return codeCells(line && tokens && { ...line, tokens }, alike ? undefined : change);
  };
  return el(
    'div',
    { class: classes.filter(Boolean).join(' ') },
    side(row.left, left, 'removed'),
    side(row.right, right, 'added'),
  );
}

/** Nothing but comments on either side: with comments hidden the row is gone. */
function isComment({ left, right }: Row): boolean {
  return [left, right].every(
    (line) =>
      line === undefined || (line.comments.length > 0 && withoutComments(line.text, line.comments).trim() === ''),
  );
}
