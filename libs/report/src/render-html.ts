import type { Language } from '#command-line';
import { htmlDocument } from '#page';
import type { RunRecord } from '#record';
import { replayScript } from '#replay';
import { renderToString } from 'preact-render-to-string';
import { page } from './page/page.ts';
import { styleSheet } from './styles/style-sheet.ts';
import { viewOf, type ViewOptions } from './view.ts';
import { writeDate } from './write-date.ts';

/**
 * Draws a record as one page that needs nothing but itself: no network, and no script but the one that replays its
 * timelines, without which it is whole. The same record gives the same bytes.
 */
export function renderHtml(record: RunRecord, language: Language, options: ViewOptions = {}): string {
  const view = viewOf(record, language, options);
  // Preact closes what is empty in a drawing by a tag of its own: some thousands of them.
  const body = renderToString(page(view)).replaceAll(/><\/(?:path|line|rect)>/g, '/>');
  return htmlDocument({
    language,
    title: `${view.texts.title} (${writeDate(record.startedAt, language)})`,
    style: styleSheet + (view.highlighter?.css ?? ''),
    script: hasTimelines(record) ? replayScript(language) : undefined,
    body,
  });
}

function hasTimelines({ experiments }: RunRecord): boolean {
  return experiments.some(({ outcome }) => outcome.status === 'done' && outcome.findings.timelines.length > 0);
}
