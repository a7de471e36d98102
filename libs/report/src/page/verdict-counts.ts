import { verdicts } from '#record';
import type { VNode } from 'preact';
import { el } from '#page';
import type { View } from '../view.ts';
import { verdictSigns } from './verdict-badge.ts';

/** How many claims got which verdict, with a link from each to its line. */
export function verdictCounts(view: View): VNode {
  const { texts, record } = view;
  return el(
    'ul',
    { class: 'verdict-counts' },
    verdicts.map((verdict) => {
      const claims = record.claims.filter((claim) => claim.verdict === verdict);
      return (
        claims.length > 0 &&
        el(
          'li',
          { class: verdict },
          el('strong', { class: 'count' }, claims.length),
          el(
            'span',
            { class: 'words' },
            el('span', { class: 'sign', 'aria-hidden': 'true' }, verdictSigns[verdict]),
            texts.verdictCount[verdict](claims.length),
          ),
        )
      );
    }),
  );
}
