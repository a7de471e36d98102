import type { Language } from '#command-line';
import type { BenchRecord, RunRecord, Text } from '#record';
import { type Catalogue, catalogues } from './texts/catalogue.ts';

/** What every part of a report is drawn from: the record, and the language to say it in. */
export interface View {
  readonly record: RunRecord;
  /** What the bench measured; undefined where it has not been run. */
  readonly bench: BenchRecord | undefined;
  readonly language: Language;
  /** What the report itself says. */
  readonly texts: Catalogue;
  /** A text of the record, in the report's language. */
  readonly say: (text: Text) => string;
}

export function viewOf(record: RunRecord, language: Language, bench?: BenchRecord): View {
  return { record, bench, language, texts: catalogues[language], say: (text) => text[language] };
}
