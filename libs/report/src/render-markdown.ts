import type { Language } from '#command-line';
import type { RunRecord } from '#record';
import { markdownReport } from './markdown/markdown-report.ts';
import { viewOf, type ViewOptions } from './view.ts';

/** Writes a record as a course report: its parts, the claims, the conclusions. The same record gives the same bytes. */
export function renderMarkdown(record: RunRecord, language: Language, options: ViewOptions = {}): string {
  return `${markdownReport(viewOf(record, language, options)).join('\n\n')}\n`;
}
