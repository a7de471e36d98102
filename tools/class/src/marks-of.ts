import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { workspaceRoot } from '#approaches';
import type { Framing, Level } from '#contract';

/** What is used here of what `verify --json` writes. */
interface Verified {
  readonly clauses: readonly { readonly id: string; readonly result: string }[];
}

export interface Marks {
  /** The clauses that the server broke, always or now and then. */
  readonly broken: readonly string[];
  /** Those that were not come to, since it had ended or never said a word. */
  readonly unreached: readonly string[];
}

/** ms, less than a test has; a run that takes longer is stopped, and so are its servers. */
const longest = 200_000;

/**
 * What a server is marked for by the command that the assignment names.
 *
 * @throws Error with what it said, where it could not begin
 */
export async function marksOf(server: string, framing: Framing, levels: readonly Level[]): Promise<Marks> {
  const args = ['verify', '--server', server, '--framing', framing, '--level', levels.join(), '--json'];
  const child = spawn(process.execPath, [join(workspaceRoot, 'apps/lab/src/main.ts'), ...args], {
    cwd: workspaceRoot,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: longest,
  });
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  if (stdout === '') throw new Error(`${server}: ${stderr}`);
  const { clauses } = JSON.parse(stdout) as Verified;
  const having = (...results: readonly string[]): readonly string[] =>
    clauses.flatMap(({ id, result }) => (results.includes(result) ? [id] : []));
  return { broken: having('failed', 'unsteady'), unreached: having('not-reached') };
}
