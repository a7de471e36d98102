import type { VNode } from 'preact';
import { el } from '../element.ts';
import { codeLine, type Token } from './code-line.ts';
import type { Range } from './range.ts';

export interface CodeOfLine {
  readonly tokens: readonly Token[];
  readonly number?: number;
  /** What the other side does not have. */
  readonly changed?: readonly Range[];
  /** Can be hidden. */
  readonly comments?: readonly Range[];
}

/**
 * One side of a row: the number of its line and the code, with a sign and a colour where it was removed or added, and
 * the words marked that differ. Without a line, the side is empty.
 */
export function codeCells(line: CodeOfLine | undefined, change?: 'removed' | 'added'): VNode[] {
  if (line === undefined) return [el('b'), el('code', { class: 'none' })];
  const colour = { class: change };
  const { tokens, number, changed = [], comments = [] } = line;
  const as = change === 'removed' ? 'del' : 'ins';
  return [el('b', colour, number), el('code', colour, codeLine(tokens, { marked: changed, comments, as }))];
}
