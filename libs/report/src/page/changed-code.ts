import type { Cell, Table } from '#record';
import type { VNode } from 'preact';
import { codeBlock, codeCells, diffWords, el, likeEnough, type Range, type Token } from '#page';
import type { View } from '../view.ts';

/** A table of lines of code, as they were and as they became: side by side, with the words that differ marked. */
export function changedCode(view: View, { title, columns, rows }: Table): VNode {
  return codeBlock(
    el('p', {}, view.say(title)),
    columns.map((column) => view.say(column)),
    el(
      'div',
      { class: 'change' },
      rows.map(([before, after]) => changedRow(view, lineOf(before), lineOf(after))),
    ),
  );
}

function changedRow({ highlighter }: View, before: string | undefined, after: string | undefined): VNode {
  const words = diffWords(before ?? '', after ?? '');
  const marked = words.likeness >= likeEnough;
  const tokensOf = (text: string): readonly Token[] => highlighter?.highlight(text)[0] ?? [{ text, colour: undefined }];
  const side = (text: string | undefined, ranges: readonly Range[], change: 'removed' | 'added'): VNode[] =>
    text === undefined
      ? codeCells(undefined)
      : codeCells({ tokens: tokensOf(text), changed: marked ? ranges : [] }, change);
  return el('div', { class: 'row' }, side(before, words.left, 'removed'), side(after, words.right, 'added'));
}

function lineOf(cell: Cell | undefined): string | undefined {
  return typeof cell === 'string' ? cell : undefined;
}
