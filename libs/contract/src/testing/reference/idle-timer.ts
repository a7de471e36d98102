import { broken } from './quirks.ts';

/** Tells when nothing was completed for a time; one that fires late was asleep and starts anew. */
export class IdleTimer {
  readonly #timeout: number | undefined;
  readonly #onIdle: () => void;
  #timer: NodeJS.Timeout | undefined;
  #due = Infinity;

  constructor(timeout: number | undefined, onIdle: () => void) {
    this.#timeout = broken('idle-never') ? undefined : timeout;
    this.#onIdle = onIdle;
    this.start();
  }

  start(): void {
    clearTimeout(this.#timer);
    if (this.#timeout === undefined) return;
    this.#due = performance.now() + this.#timeout;
    this.#timer = setTimeout(() => {
      const late = performance.now() - this.#due;
      if (late > 300 && !broken('idle-naive-timer')) this.start();
      else this.#onIdle();
    }, this.#timeout);
  }

  /** A message was completed. */
  renew(): void {
    if (!broken('idle-absolute')) this.start();
  }

  stop(): void {
    // Whoever is woken may be told of what came before any timer fires: the naive one looks at the clock then, too.
    if (broken('idle-naive-timer') && performance.now() > this.#due) this.#onIdle();
    if (!broken('idle-absolute')) clearTimeout(this.#timer);
  }
}
