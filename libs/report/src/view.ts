import type { Language } from '#command-line';
import type { RunRecord, Text } from '#record';
import { type Catalogue, catalogues } from './texts/catalogue.ts';

/** What every part of a report is drawn from: the record, and the language to say it in. */
export interface View {
  readonly record: RunRecord;
  readonly language: Language;
  /** What the report itself says. */
  readonly texts: Catalogue;
  /** A text of the record, in the report's language. */
  readonly say: (text: Text) => string;
}

export function viewOf(record: RunRecord, language: Language): View {
  return { record, language, texts: catalogues[language], say: (text) => text[language] };
}
