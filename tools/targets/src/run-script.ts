import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:os';
import { join } from 'node:path';
import { noteExitCode } from './exit-codes.ts';

/** What is needed of Nx's `ExecutorContext`. */
export interface Context {
  /** The workspace; absolute. */
  readonly root: string;
  /** The target as the workspace configures it. */
  readonly target: { readonly options: Options };
}

export interface Options {
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * Runs a script on the workspace's own Node. No shell reads its arguments, as one would with `nx:run-commands`; what is a
 * signal to this process is one to the script, and its exit code is noted for `exit-code.ts`, since Nx keeps none.
 *
 * @param given what followed `--` on the command line, as it was typed. Of the options nothing else is read: Nx puts a flag
 *   of the script in the place of an option of the same name.
 */
export default async function runScript(
  { __unparsed__: given }: { readonly __unparsed__: readonly string[] },
  { root, target }: Context,
): Promise<{ readonly success: boolean }> {
  const { args, env } = target.options;
  const script = spawn(join(root, 'tools/runtime/node'), [...args, ...given], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => script.kill(signal));
  const [code, signal] = (await once(script, 'exit')) as [number | null, NodeJS.Signals | null];
  const exitCode = code ?? 128 + constants.signals[signal ?? 'SIGKILL']; // As a shell says it (POSIX, 2.8.2).
  noteExitCode(exitCode);
  return { success: exitCode === 0 };
}
