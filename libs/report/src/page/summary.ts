import type { VNode } from 'preact';
import { el } from '#page';
import type { View } from '../view.ts';
import { stackingTable } from './data-table.ts';
import { list } from './list.ts';
import type { Section } from './section.ts';
import { sentence } from './sentence.ts';
import { verdictCounts } from './verdict-counts.ts';

/** What a person reads in half a minute: what was found, what holds, which approach for which case, what fell. */
export function summary(view: View): Section {
  const { texts, record } = view;
  const { sentences, which } = record.conclusions;
  return {
    id: 'summary',
    title: texts.summary.title,
    content: el(
      'div',
      {},
      sentences.length > 0 && [
        el('h3', {}, texts.summary.headlines),
        list(sentences.map((headline) => sentence(view, headline)), { class: 'headlines' }),
      ],
      record.claims.length > 0 && [
        el('h3', {}, `${record.claims.length} ${texts.summary.claims(record.claims.length)}`),
        verdictCounts(view),
        el('p', { class: 'more' }, el('a', { href: '#claims' }, texts.summary.allClaims)),
      ],
      which.rows.length > 0 && el('div', { class: 'which' }, stackingTable(view, which)),
      fallen(view),
    ),
  };
}

function fallen(view: View): VNode | false {
  const claims = view.record.claims.filter(({ verdict }) => verdict === 'does-not-hold');
  return (
    claims.length > 0 &&
    el(
      'div',
      {},
      el('h3', {}, view.texts.summary.fell),
      list(
        claims.map(({ id, claim, because }) => [
          el('a', { class: 'claim', href: `#claim-${id}` }, view.say(claim)),
          ' ',
          el('span', { class: 'because' }, sentence(view, because)),
        ]),
        { class: 'fallen' },
      ),
    )
  );
}
