import type { Language } from '#command-line';
import type { BenchRecord, RunRecord } from '#record';
import { markdownReport } from './markdown/markdown-report.ts';
import { viewOf } from './view.ts';

/** Writes a record as a course report: its parts, the claims, the conclusions. The same record gives the same bytes. */
export function renderMarkdown(record: RunRecord, language: Language, bench?: BenchRecord): string {
  return `${markdownReport(viewOf(record, language, bench)).join('\n\n')}\n`;
}
