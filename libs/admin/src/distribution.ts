/** How many values fell between each two bounds, the last count being those above them all; and the sum of the values. */
export interface Distributed {
  readonly counts: readonly number[];
  readonly sum: number;
}

/**
 * Counts values by bounds, as a histogram of Prometheus does. To add to it costs a few comparisons and no allocation; that
 * of prom-client, which looks up labels and checks them, takes about 94 ns.
 */
export class Distribution {
  readonly #bounds: readonly number[];
  readonly #counts: Float64Array;
  #sum = 0;

  /** @param bounds ascending; a value that equals one is below it */
  constructor(bounds: readonly number[]) {
    this.#bounds = bounds;
    this.#counts = new Float64Array(bounds.length + 1);
  }

  add(value: number, times = 1): void {
    let at = 0;
    while (value > (this.#bounds[at] ?? Infinity)) at++;
    this.#counts[at] = (this.#counts[at] ?? 0) + times;
    this.#sum += value * times;
  }

  get distributed(): Distributed {
    return { counts: [...this.#counts], sum: this.#sum };
  }
}
