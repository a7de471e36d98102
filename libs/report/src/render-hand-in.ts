import type { Language } from '#command-line';
import { htmlDocument } from '#page';
import type { RunRecord } from '#record';
import { renderToString } from 'preact-render-to-string';
import { handInMarkdown } from './hand-in/hand-in-markdown.ts';
import { handInPage } from './hand-in/hand-in-page.ts';
import { handInStyle } from './styles/style-sheet.ts';
import { viewOf } from './view.ts';

/** What an author hands in, as a page that needs nothing but itself, and as Markdown. */
export interface RenderedHandIn {
  readonly html: string;
  readonly markdown: string;
}

/** Draws from a record the report of a course, in its four parts, on two pages of A4. The same record gives the same bytes. */
export function renderHandIn(record: RunRecord, language: Language): RenderedHandIn {
  const view = viewOf(record, language);
  const { author } = view.record;
  return {
    html: htmlDocument({
      language,
      title: `${view.texts.markdown.title}${author === undefined ? '' : ` (${author})`}`,
      style: handInStyle,
      body: renderToString(handInPage(view)),
    }),
    markdown: `${handInMarkdown(view).join('\n\n')}\n`,
  };
}
