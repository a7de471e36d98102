import { readFile } from 'node:fs/promises';
import { escapeLine } from '#command-line';
import { type BenchRecord, parseBenchRecord } from './bench-record.ts';
import { parseRunRecord, type RunRecord } from './run-record.ts';

/** There is a file, and no record of this version can be read from it. What it holds must not be taken for nothing. */
export class UnreadableRecord extends Error {
  override readonly name = 'UnreadableRecord';
  readonly code = 'UNREADABLE_RECORD';
  readonly file: string;
  /** In a few words. */
  readonly reason: string;

  constructor(file: string, cause: unknown) {
    const reason = escapeLine(reasonIn(cause)); // The parser quotes the file.
    super(`${file} is no record that can be read (${reason})`, { cause });
    this.file = file;
    this.reason = reason;
  }
}

/**
 * The record of a run.
 *
 * @returns undefined where there is no such file
 * @throws UnreadableRecord
 */
export function readRunRecord(file: string): Promise<RunRecord | undefined> {
  return read(file, parseRunRecord);
}

/** The record of the bench; otherwise as `readRunRecord`. */
export function readBenchRecord(file: string): Promise<BenchRecord | undefined> {
  return read(file, parseBenchRecord);
}

async function read<T>(file: string, parse: (text: string) => T): Promise<T | undefined> {
  try {
    return parse(await readFile(file, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new UnreadableRecord(file, error);
  }
}

/** The system's code; of a ZodError the first field that is wrong, as its own message would be many lines. */
function reasonIn(error: unknown): string {
  const { code, issues } = error as { code?: string; issues?: { path: PropertyKey[]; message: string }[] };
  const issue = issues?.[0];
  if (issue !== undefined) return [issue.path.join('.'), issue.message].filter(Boolean).join(': ');
  return code ?? (error instanceof Error ? error.message : String(error));
}
