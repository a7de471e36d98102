import type { ComponentChild } from 'preact';
import { codeLine, el, type Range, type Token } from '#page';
import { commentsByLine, withoutComments } from '../comments.ts';
import { type Excerpt, placeOf } from '../excerpt.ts';
import type { PageContext } from './page-context.ts';

/** Lines of a file, moved to the left as far as they go, under the place where they stand. */
export function excerptView(excerpt: Excerpt, context: PageContext): ComponentChild {
  const { source, from, to } = excerpt;
  const lines = context.tokens(source).slice(from - 1, to);
  const comments = commentsByLine(source).slice(from - 1, to);
  const indents = lines.filter((line) => line.length > 0).map((line) => textOf(line).search(/\S/));
  const indent = Math.min(...indents.filter((width) => width >= 0));
  const place = placeOf(excerpt);
  const [, folder = '', rest = place] = /^(.*\/)([^/]+)$/.exec(place) ?? [];
  return el(
    'figure',
    {},
    el('figcaption', {}, el('span', {}, folder), rest),
    el(
      'pre',
      {},
      lines.map((line, index) => lineView(withoutIndent(line, indent), moved(comments[index] ?? [], indent))),
    ),
  );
}

function lineView(tokens: readonly Token[], comments: readonly Range[]): ComponentChild {
  const isComment = comments.length > 0 && withoutComments(textOf(tokens), comments).trim() === '';
  return el('code', isComment ? { class: 'm' } : {}, codeLine(tokens, { comments }), '\n');
}

function textOf(line: readonly Token[]): string {
  return line.map(({ text }) => text).join('');
}

function withoutIndent([first, ...rest]: readonly Token[], indent: number): readonly Token[] {
  return first === undefined ? [] : [{ ...first, text: first.text.slice(indent) }, ...rest];
}

function moved(ranges: readonly Range[], by: number): readonly Range[] {
  return ranges.map(({ start, end }) => ({ start: Math.max(0, start - by), end: end - by }));
}
