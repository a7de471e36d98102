import { afterPolling } from '../after-polling.ts';

export interface WatchdogEvents<W> {
  readonly ping: (worker: W) => void;
  readonly onHung: (worker: W) => void;
}

/**
 * Finds workers that do not answer: in an endless loop, stopped, or computing for longer than `timeout` ms. It judges
 * only when it came on time itself: after a SIGSTOP of the whole server everybody is late, and nobody is hung.
 */
export class Watchdog<W> {
  readonly #answeredAt = new Map<W, number>();
  readonly #timer: NodeJS.Timeout | undefined;
  #lookedAt = performance.now();

  /** @param timeout ms; undefined never finds anybody */
  constructor(timeout: number | undefined, { ping, onHung }: WatchdogEvents<W>) {
    if (timeout === undefined) return;
    const everyMs = timeout / 4;
    const judge = (): void => {
      const now = performance.now();
      const onTime = now - this.#lookedAt < 2 * everyMs;
      this.#lookedAt = now;
      for (const [worker, answeredAt] of this.#answeredAt) {
        if (!onTime) this.#answeredAt.set(worker, now);
        else if (now - answeredAt >= timeout) {
          this.forget(worker);
          onHung(worker);
          continue;
        }
        ping(worker);
      }
    };
    this.#timer = setInterval(afterPolling(judge), everyMs);
  }

  /** @param grace what the worker may take to start, ms, before its silence counts */
  watch(worker: W, grace = 0): void {
    this.#answeredAt.set(worker, performance.now() + grace);
  }

  answered(worker: W): void {
    if (this.#answeredAt.has(worker)) this.watch(worker);
  }

  forget(worker: W): void {
    this.#answeredAt.delete(worker);
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#answeredAt.clear();
  }
}
