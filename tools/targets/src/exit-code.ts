import { gatheredExitCodes, gatherExitCodes } from './exit-codes.ts';

/** What is needed of Nx's `PostTasksExecutionContext`. */
interface Context {
  readonly taskResults: Readonly<Record<string, unknown>>;
}

/**
 * A plugin for Nx, which itself exits with 1 whatever a script ended with, and with 130 where it was stopped: with it, Nx
 * exits as the script did, and of several as the one with the highest code. Nx has no option for that, so it is changed
 * when the process exits, and the plugin must run in it (`NX_ISOLATE_PLUGINS=false` in `.env`).
 */
export const name = 'exit-code';

export const preTasksExecution = gatherExitCodes;

export function postTasksExecution(_options: unknown, { taskResults }: Context): void {
  const codes = gatheredExitCodes();
  // Where a task came from the cache, or was not reached, Nx knows better.
  if (codes.length === 0 || codes.length < Object.keys(taskResults).length) return;
  process.once('exit', () => {
    process.exitCode = Math.max(...codes);
  });
}
