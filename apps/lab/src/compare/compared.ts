import type { Approach } from '#approaches';
import type { RunRecord } from '#record';
import { pairOf, review, reviewCatalogues } from '#review';
import type { CompareCatalogue } from './catalogue.ts';
import { pairJson } from './json.ts';
import { pairText } from './text.ts';

/** Two approaches side by side, with the figures of a run where there is one. */
export function compared(
  one: Approach,
  other: Approach,
  record: RunRecord | undefined,
  json: boolean,
  catalogue: CompareCatalogue,
): string {
  const pair = pairOf(review(one, record), review(other, record));
  const words = reviewCatalogues[catalogue.locale];
  return json ? pairJson(pair, words) : pairText(pair, words, catalogue);
}
