import { type RunRecord } from '#record';
import { readRunRecord } from '#review';
import type { Catalogue } from './catalogue.ts';

/** Where the lab leaves the record of its last run. */
export const recordPath = 'report/run.json';

/** The record; undefined where there is none. One that cannot be read is said so, and the review goes on without it. */
export function lastRecord(path: string, catalogue: Catalogue): RunRecord | undefined {
  try {
    return readRunRecord(path);
  } catch {
    process.stderr.write(`${catalogue.badRecord(path)}\n`);
    return undefined;
  }
}
