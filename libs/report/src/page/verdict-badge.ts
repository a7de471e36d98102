import { type Verdict, verdictWords } from '#record';
import type { VNode } from 'preact';
import { el } from '#page';
import type { View } from '../view.ts';

/** So that colour is not all that tells one verdict from another. */
export const verdictSigns: Readonly<Record<Verdict, string>> = {
  holds: '✓',
  'holds-with-condition': '≈',
  'does-not-hold': '✕',
  undecided: '?',
  'not-tried': '–',
};

export function verdictBadge({ say }: View, verdict: Verdict): VNode {
  return el(
    'span',
    { class: `verdict ${verdict}` },
    el('span', { class: 'sign', 'aria-hidden': 'true' }, verdictSigns[verdict]),
    say(verdictWords[verdict]),
  );
}
