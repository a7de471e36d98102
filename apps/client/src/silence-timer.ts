/**
 * Goes off when nothing restarted it for `after` ms.
 *
 * A process that was held up itself (stopped, or blocked in a write to a slow pipe) finds its timers due before it has
 * read what came meanwhile. So the timer lets one poll of the sockets pass before it believes in the silence.
 */
export class SilenceTimer {
  readonly #after: number | undefined;
  readonly #onSilence: (after: number) => void;
  #timer: NodeJS.Timeout | undefined;
  #starts = 0;

  /** @param after in ms; undefined for never */
  constructor(after: number | undefined, onSilence: (after: number) => void) {
    this.#after = after;
    this.#onSilence = onSilence;
  }

  start(): void {
    this.#starts += 1;
    const after = this.#after;
    if (after === undefined) return;
    if (this.#timer !== undefined) {
      this.#timer.refresh();
      return;
    }
    this.#timer = setTimeout(() => {
      const starts = this.#starts;
      setImmediate(() => {
        if (starts === this.#starts) this.#onSilence(after);
      });
    }, after);
  }

  stop(): void {
    this.#starts += 1;
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
