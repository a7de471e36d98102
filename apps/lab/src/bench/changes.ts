import { compareBenches } from '#bench';
import { type BenchRecord, writeValue } from '#record';
import type { BenchCatalogue } from './catalogue.ts';
import { type Cell, columns, wrapped } from '../shared/columns.ts';

/** What changed since an earlier record, for a person at a terminal, in lines of at most `width` characters. */
export function benchChanges(file: string, before: BenchRecord, after: BenchRecord, catalogue: BenchCatalogue, width: number): string {
  const { compare: words, locale } = catalogue;
  const { changes, same, undecided, unmatched, environment } = compareBenches(before, after);
  const rows = changes.map(({ scenario, server, figure, before: old, after: now, ratio, better }): Cell[] => [
    { text: scenario.title[locale] },
    { text: server },
    { text: figure.label[locale] },
    { text: writeValue(old.value, old.unit, locale), right: true },
    { text: '→' },
    { text: writeValue(now.value, now.unit, locale), right: true },
    { text: writeValue(ratio, 'ratio', locale), right: true },
    { text: better ? words.better : words.worse },
  ]);
  const notes = [
    words.same(same),
    ...(undecided > 0 ? [words.undecided(undecided)] : []),
    ...(unmatched > 0 ? [words.unmatched(unmatched)] : []),
    ...(environment.length > 0 ? [words.environment(environment.map((name) => words.what[name]).join(', '))] : []),
  ];
  const title = wrapped(words.title(file, before.startedAt), width);
  return `${title}${columns(rows, { width, flexible: 0 })}${notes.map((note) => wrapped(note, width)).join('')}`;
}
