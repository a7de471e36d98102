import { afterPolling } from './after-polling.ts';

/** A timer is never exact; up to here, in ms, it is not late. */
const toleratedMs = 50;

/**
 * Tells when no message was completed for `timeout` ms. A timer that fires late means that this process was stopped or
 * busy (SIGSTOP, a long computation), not that the peer was silent: what came meanwhile is still to be read, so the
 * clock starts again. It runs on the monotonic clock, which no change of the wall clock moves.
 */
export class IdleClock {
  readonly #timer: NodeJS.Timeout;
  #startedAt = performance.now();
  #standing = false;

  constructor(timeout: number, onIdle: () => void) {
    const judge = (): void => {
      const silent = performance.now() - this.#startedAt;
      if (this.#standing || silent < timeout - 1) return; // A timer may come up to 1 ms early.
      if (silent - timeout > Math.max(toleratedMs, timeout / 2)) this.restart();
      else onIdle();
    };
    this.#timer = setTimeout(afterPolling(judge), timeout);
  }

  /** A message was completed. */
  restart(): void {
    this.#standing = false;
    this.#startedAt = performance.now();
    this.#timer.refresh();
  }

  /** Until `restart()`: a message is worked on. */
  standStill(): void {
    this.#standing = true;
  }

  stop(): void {
    this.#standing = true;
    clearTimeout(this.#timer);
  }
}
