import type { RunRecord } from '#record';
import { approachesTable } from './approaches-table.ts';
import { conclusions } from './conclusions.ts';
import { part1 } from './part-1.ts';
import { part2 } from './part-2.ts';
import { part3 } from './part-3.ts';
import { part4 } from './part-4.ts';
import type { HandInSection } from './section.ts';

/** What an author hands in, drawn from the record and from nothing else. A new section is one more in the list. */
export function handIn(record: RunRecord): readonly HandInSection[] {
  return [part1, part2, part3, part4, conclusions, approachesTable].flatMap((section) => section(record) ?? []);
}
