/** A worker that lived this long, ms, was sound: its death is the first again. */
const soundMs = 2_000;
/** Deaths in a row, each soon after the start, after which there is no point in another try. */
const mostDeaths = 6;
const firstDelayMs = 100;
const longestDelayMs = 5_000;

/** When to replace a worker that died, one of these a worker: the first time at once, then later and later. */
export class RestartBackoff {
  #deaths = 0;

  static isSound(livedMs: number): boolean {
    return livedMs >= soundMs;
  }

  /** Deaths in a row, each soon after the start. */
  get deaths(): number {
    return this.#deaths;
  }

  /** Whether another try is plainly of no use, unless other workers do well. */
  get hopeless(): boolean {
    return this.#deaths >= mostDeaths;
  }

  /** @returns ms to wait before the replacement starts */
  died(livedMs: number): number {
    this.#deaths = RestartBackoff.isSound(livedMs) ? 1 : this.#deaths + 1;
    return this.#deaths === 1 ? 0 : Math.min(firstDelayMs * 2 ** (this.#deaths - 2), longestDelayMs);
  }
}
