/** Within this time of the first, ms, a signal is the same request: a terminal, npm and Nx each deliver one. */
const sameRequestMs = 1_000;

export type StopSignal = 'SIGINT' | 'SIGTERM';

/**
 * Resolves with the first SIGINT or SIGTERM. One that comes more than a second later calls `stopAtOnce`. From the call
 * on, neither ends the process by itself.
 */
export function stopRequest(stopAtOnce: () => void): Promise<StopSignal> {
  return new Promise((resolve) => {
    let firstAt: number | undefined;
    const onSignal = (signal: NodeJS.Signals): void => {
      firstAt ??= performance.now();
      if (performance.now() - firstAt > sameRequestMs) stopAtOnce();
      resolve(signal as StopSignal);
    };
    process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
  });
}

/** Aborts after `timeout` ms; never, where that is undefined. */
export function deadlineAfter(timeout: number | undefined): AbortSignal {
  return timeout === undefined ? new AbortController().signal : AbortSignal.timeout(timeout);
}
