import type { Language } from '#command-line';
import { htmlDocument } from '#page';
import type { BenchRecord, RunRecord } from '#record';
import { renderToString } from 'preact-render-to-string';
import { page } from './page/page.ts';
import { styleSheet } from './styles/style-sheet.ts';
import { viewOf } from './view.ts';
import { writeDate } from './write-date.ts';

/**
 * Draws a record as one page that needs nothing but itself: no network, no scripts. The same record gives the same
 * bytes.
 */
export function renderHtml(record: RunRecord, language: Language, bench?: BenchRecord): string {
  const view = viewOf(record, language, bench);
  return htmlDocument({
    language,
    title: `${view.texts.title} (${writeDate(record.startedAt, language)})`,
    style: styleSheet,
    body: renderToString(page(view)),
  });
}
