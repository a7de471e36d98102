import { type ComponentChild, h } from 'preact';
import { type Excerpt, placeOf } from '../excerpt.ts';
import { codeLine } from './code.ts';
import type { Token } from './highlighter.ts';
import type { PageContext } from './page-context.ts';

/** Lines of a file, moved to the left as far as they go, under the place where they stand. */
export function excerptView(excerpt: Excerpt, context: PageContext): ComponentChild {
  const lines = context.tokens(excerpt.source).slice(excerpt.from - 1, excerpt.to);
  const indents = lines.filter((line) => line.length > 0).map((line) => textOf(line).search(/\S/));
  const indent = Math.min(...indents.filter((width) => width >= 0));
  const place = placeOf(excerpt);
  const [, folder = '', rest = place] = /^(.*\/)([^/]+)$/.exec(place) ?? [];
  return h(
    'figure',
    null,
    h('figcaption', null, h('span', null, folder), rest),
    h(
      'pre',
      null,
      lines.map((line) => h('code', null, codeLine(withoutIndent(line, indent)), '\n')),
    ),
  );
}

function textOf(line: readonly Token[]): string {
  return line.map(({ text }) => text).join('');
}

function withoutIndent([first, ...rest]: readonly Token[], indent: number): readonly Token[] {
  return first === undefined ? [] : [{ ...first, text: first.text.slice(indent) }, ...rest];
}
