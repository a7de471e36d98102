import { readFile } from 'node:fs/promises';
import { parseRunRecord, type RunRecord } from '#record';
import type { ReportCatalogue } from './report-catalogue.ts';

/** A record, or why there is none, in a sentence. */
export type ReadRecord = { readonly record: RunRecord } | { readonly problem: string };

/** Reads the record of a run. */
export async function readRecord(file: string, catalogue: ReportCatalogue): Promise<ReadRecord> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    return { problem: code === 'ENOENT' ? catalogue.noRecord(file) : catalogue.badRecord(file, code) };
  }
  try {
    return { record: parseRunRecord(text) };
  } catch (error) {
    return { problem: catalogue.badRecord(file, reasonIn(error)) };
  }
}

/** Of a ZodError the first field that is wrong; its own message would be many lines. */
function reasonIn(error: unknown): string {
  const [issue] = (error as { issues?: { path: PropertyKey[]; message: string }[] }).issues ?? [];
  if (issue !== undefined) return [issue.path.join('.'), issue.message].filter(Boolean).join(': ');
  return error instanceof Error ? error.message : String(error);
}

/** Why files could not be written, in a sentence. */
export function writeProblem(folder: string, error: unknown, catalogue: ReportCatalogue): string {
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined) throw error;
  return code === 'ENOSPC' || code === 'EDQUOT' ? catalogue.diskFull(folder) : catalogue.unwritable(folder, code);
}
