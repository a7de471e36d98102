import type { Claim } from '#record';
import type { VNode } from 'preact';
import { el } from '#page';
import type { View } from '../view.ts';
import type { Section } from './section.ts';
import { sentence } from './sentence.ts';
import { table } from './table.ts';
import { verdictBadge } from './verdict-badge.ts';
import { verdictCounts } from './verdict-counts.ts';

/** Every claim with its verdict and the figures behind it. Why the roles are said stands in table.ts. */
export function claims(view: View): Section {
  const { texts, record } = view;
  const { title, intro, verdict, claim, because, experiment } = texts.claims;
  const head = (name: string): VNode => el('th', { scope: 'col', role: 'columnheader' }, name);
  return {
    id: 'claims',
    title,
    content: el(
      'div',
      {},
      verdictCounts(view),
      el('p', { class: 'more' }, intro),
      table(
        { class: 'claims stacking' },
        el('caption', { class: 'hidden' }, title),
        [claim, verdict, because, experiment].map(head),
        record.claims.map((each) => line(view, each)),
      ),
    ),
  };
}

function line(view: View, { id, claim, verdict, because, experiment }: Claim): VNode {
  const source = view.record.experiments.find((each) => each.id === experiment);
  return el(
    'tr',
    { id: `claim-${id}`, role: 'row' },
    el('th', { scope: 'row', role: 'rowheader' }, view.say(claim), ' ', el('code', { class: 'id' }, id)),
    el('td', { role: 'cell' }, verdictBadge(view, verdict)),
    el('td', { role: 'cell' }, sentence(view, because)),
    el(
      'td',
      { role: 'cell' },
      source === undefined ? experiment : el('a', { href: `#${experiment}`, title: view.say(source.title) }, experiment),
    ),
  );
}
