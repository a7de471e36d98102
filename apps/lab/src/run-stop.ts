import { processTree } from '#measure';

/** Kills what this process started and what those started: nothing is to be left behind. */
export function endDescendants(): void {
  for (const { pid } of processTree(process.pid)) {
    if (pid === process.pid) continue;
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It ended in between.
    }
  }
}
