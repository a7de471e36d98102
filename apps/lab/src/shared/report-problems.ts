import { readRunRecord, type RunRecord, UnreadableRecord } from '#record';
import type { ReportCatalogue } from '../report/catalogue.ts';

/** A record, or why there is none, in a sentence. */
export type ReadRecord = { readonly record: RunRecord } | { readonly problem: string };

/** Reads the record of a run. */
export async function readRecord(file: string, catalogue: ReportCatalogue): Promise<ReadRecord> {
  try {
    const record = await readRunRecord(file);
    return record === undefined ? { problem: catalogue.noRecord(file) } : { record };
  } catch (error) {
    if (!(error instanceof UnreadableRecord)) throw error;
    return { problem: catalogue.badRecord(file, error.reason) };
  }
}

/** Why files could not be written, in a sentence. */
export function writeProblem(folder: string, error: unknown, catalogue: ReportCatalogue): string {
  if (error instanceof UnreadableRecord) return catalogue.inTheWay(error.file, error.reason);
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined) throw error;
  return code === 'ENOSPC' || code === 'EDQUOT' ? catalogue.diskFull(folder) : catalogue.unwritable(folder, code);
}
