import { setTimeout as sleep } from 'node:timers/promises';

/** Within this time of the first, ms, a signal is the same request: a terminal, npm and Nx each deliver one. */
const sameRequestMs = 1_000;

/**
 * What asks a server to drain: Ctrl-C, `kill`, a terminal that closes. `nohup` cannot have the last one ignored: Node takes
 * every signal that its parent ignored for its own again before any code of ours runs.
 */
const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export type StopSignal = (typeof stopSignals)[number];

/**
 * Resolves with the first stop signal. One that comes more than a second later calls `stopAtOnce`. From the call on, none
 * ends the process by itself.
 */
export function stopRequest(stopAtOnce: () => void): Promise<StopSignal> {
  return new Promise((resolve) => {
    let firstAt: number | undefined;
    const onSignal = (signal: NodeJS.Signals): void => {
      firstAt ??= performance.now();
      if (performance.now() - firstAt > sameRequestMs) stopAtOnce();
      resolve(signal as StopSignal);
    };
    for (const signal of stopSignals) process.on(signal, onSignal);
  });
}

/** Resolves `delay` ms later, at once where that is undefined: see `--drain-delay`. */
export function goOnFor(delay: number | undefined): Promise<void> {
  return delay === undefined ? Promise.resolve() : sleep(delay);
}

/** Aborts after `timeout` ms; never, where that is undefined. */
export function deadlineAfter(timeout: number | undefined): AbortSignal {
  return timeout === undefined ? new AbortController().signal : AbortSignal.timeout(timeout);
}
