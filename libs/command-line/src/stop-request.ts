import { constants } from 'node:os';
import { exitNow } from './exit.ts';

/** The signals that ask a command to end: Ctrl-C's, `kill`'s, and that of a terminal that closes. */
export const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
export type StopSignal = (typeof stopSignals)[number];

/** Within this time of the first, ms, a signal is the same request: a terminal, npm and Nx each deliver one. */
const sameRequest = 1_000;

/** How a command is asked to end: by the first of the signals. A later one ends it at once. */
export class StopRequest implements Disposable {
  readonly #abort = new AbortController();
  readonly #atOnce: () => void;
  #first: { readonly at: number; readonly by: StopSignal } | undefined;

  /** @param atOnce what must be done even then, without waiting for anything */
  constructor(atOnce: () => void = () => undefined) {
    this.#atOnce = atOnce;
    for (const signal of stopSignals) process.on(signal, this.#onSignal);
  }

  /** Aborted at the first signal. */
  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  /** With what the command ends that was asked to: 128 and the signal's number, as a shell reports it (POSIX, 2.8.2). */
  get exitCode(): number | undefined {
    return this.#first && 128 + constants.signals[this.#first.by];
  }

  [Symbol.dispose](): void {
    for (const signal of stopSignals) process.off(signal, this.#onSignal);
  }

  readonly #onSignal = (by: StopSignal): void => {
    this.#first ??= { at: performance.now(), by };
    if (performance.now() - this.#first.at > sameRequest) {
      this.#atOnce();
      exitNow(128 + constants.signals[by]);
    }
    this.#abort.abort(new Error(`stopped by ${this.#first.by}`));
  };
}
