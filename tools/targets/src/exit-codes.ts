import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Names the file in which one run of Nx gathers the exit codes of its scripts. */
const variable = 'NX_EXIT_CODES';

/** Begins to gather them, from all processes that are started from here on. */
export function gatherExitCodes(): void {
  const file = join(mkdtempSync(join(tmpdir(), 'nx-exit-codes-')), 'codes');
  writeFileSync(file, '');
  process.env[variable] = file;
}

export function noteExitCode(code: number): void {
  const file = process.env[variable];
  if (file !== undefined) appendFileSync(file, `${code}\n`);
}

/** Those that were noted since `gatherExitCodes()`. */
export function gatheredExitCodes(): readonly number[] {
  const file = process.env[variable];
  if (file === undefined) return [];
  const codes = readFileSync(file, 'utf8').trim().split('\n').filter(Boolean).map(Number);
  rmSync(dirname(file), { recursive: true });
  return codes;
}
