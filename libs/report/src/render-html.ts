import type { Language } from '#command-line';
import type { BenchRecord, RunRecord } from '#record';
import { renderToString } from 'preact-render-to-string';
import { page } from './page/page.ts';
import { viewOf } from './view.ts';

/**
 * Draws a record as one page that needs nothing but itself: no network, no scripts. The same record gives the same
 * bytes.
 */
export function renderHtml(record: RunRecord, language: Language, bench?: BenchRecord): string {
  return `<!doctype html>\n${renderToString(page(viewOf(record, language, bench)))}\n`;
}
