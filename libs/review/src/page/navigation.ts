import type { ComponentChild, VNode } from 'preact';
import { el } from '#page';
import type { Pair } from '../pair.ts';
import type { PageContext } from './page-context.ts';
import { pairLink } from './pair-link.ts';

/** A link to every view, those of one kind in a row. */
export function navigation(pairs: readonly Pair[], context: PageContext): VNode {
  const { page, locale } = context.words;
  const row = (label: string, links: ComponentChild): ComponentChild =>
    el('p', {}, el('span', {}, label), el('span', {}, links));
  const link = (pair: Pair): VNode => pairLink(pair, context, pair.edge?.by[locale]);
  return el(
    'nav',
    {},
    row(page.neighbours, pairs.filter(({ edge }) => edge !== undefined).map(link)),
    row(page.otherPairs, pairs.filter(({ edge }) => edge === undefined).map(link)),
    row(page.allApproaches, [
      el('a', { href: '#by-concern' }, page.byConcern),
      el('a', { href: '#runtime' }, page.runtime),
    ]),
  );
}
