import { escapeLine, type Language } from '#command-line';
import type { Highlighter } from '#page';
import { type BenchRecord, parseBenchRecord, parseRunRecord, type RunRecord, type Text } from '#record';
import { type Catalogue, catalogues } from './texts/catalogue.ts';

/** What every part of a report is drawn from: the record, and the language to say it in. */
export interface View {
  readonly record: RunRecord;
  /** What the bench measured; undefined where it has not been run. */
  readonly bench: BenchRecord | undefined;
  readonly language: Language;
  /** Whether what is folded is open from the start. */
  readonly unfolded: boolean;
  /** Of code; undefined where it has one colour. */
  readonly highlighter: Highlighter | undefined;
  /** What the report itself says. */
  readonly texts: Catalogue;
  /** A text of the record, in the report's language. */
  readonly say: (text: Text) => string;
}

export interface ViewOptions {
  readonly bench?: BenchRecord | undefined;
  readonly unfolded?: boolean;
  /** The page's alone: its style has all the classes that it gave out. */
  readonly highlighter?: Highlighter;
}

export function viewOf(record: RunRecord, language: Language, { bench, unfolded = false, highlighter }: ViewOptions = {}): View {
  return {
    record: parseRunRecord(JSON.stringify(record, onOneLine)),
    bench: bench && parseBenchRecord(JSON.stringify(bench, onOneLine)),
    language,
    unfolded,
    highlighter,
    texts: catalogues[language],
    say: (text) => text[language],
  };
}

/** What servers and people wrote can neither turn the text around it, nor break the line that it stands on. Names are keys, too. */
function onOneLine(_key: string, value: unknown): unknown {
  if (typeof value === 'string') return oneLine(value);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [oneLine(key), one]));
}

function oneLine(text: string): string {
  return escapeLine(text.replace(/\s*[\r\n]+\s*/g, ' '));
}
