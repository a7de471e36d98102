import { processTree } from '#measure';

/** 128 and the number of SIGINT, as a shell reports it (POSIX, 2.8.2). */
export const interrupted = 130;

/** Within this time of the first, ms, a signal is the same request: a terminal, npm and Nx each deliver one. */
const sameRequest = 1_000;

/** Stops a run at the first SIGINT, SIGTERM or SIGHUP, and at once, with all that it started, at one that comes later. */
export function stopOnSignal(stop: AbortController): void {
  let first: number | undefined;
  const onSignal = (): void => {
    first ??= performance.now();
    if (performance.now() - first > sameRequest) {
      endDescendants();
      process.exit(interrupted);
    }
    stop.abort(new Error('stopped'));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
}

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
