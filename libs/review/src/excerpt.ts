import ts from 'typescript';
import type { Source } from './source.ts';

/** Whole lines of a file. */
export interface Excerpt {
  readonly source: Source;
  /** Counted from 1; both are part of it. */
  readonly from: number;
  readonly to: number;
}

/** The lines that nodes of a file stand on, with the comments right above them; what overlaps or adjoins becomes one. */
export function excerptsOf(source: Source, nodes: readonly ts.Node[]): Excerpt[] {
  const line = (position: number): number => source.tree.getLineAndCharacterOfPosition(position).line + 1;
  const spans = nodes
    .map((node) => {
      const comments = ts.getLeadingCommentRanges(source.text, node.getFullStart()) ?? [];
      // A comment that ends the line above belongs to what stands there.
      const own = comments.filter(({ pos }) => source.text.slice(0, pos).split('\n').at(-1)?.trim() === '');
      return { from: line(own[0]?.pos ?? node.getStart()), to: line(node.getEnd()) };
    })
    .sort((a, b) => a.from - b.from || a.to - b.to);
  const merged: { from: number; to: number }[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    if (last !== undefined && span.from <= last.to + 1) last.to = Math.max(last.to, span.to);
    else merged.push(span);
  }
  return merged.map((span) => ({ source, ...span }));
}

/** `apps/server-async/src/model.ts:14`, or `:14–17`. */
export function placeOf({ source, from, to }: Excerpt): string {
  return `${source.path}:${from === to ? String(from) : `${from}–${to}`}`;
}

/** The text of an excerpt, moved to the left as far as it goes. */
export function textOf({ source, from, to }: Excerpt): string {
  const lines = source.text.split('\n').slice(from - 1, to);
  const indents = lines.filter((one) => one.trim() !== '').map((one) => one.search(/\S/));
  return lines.map((one) => one.slice(Math.min(...indents))).join('\n');
}
