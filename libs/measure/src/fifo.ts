/** So many that were taken are kept before their room is given back: seldom enough to cost nothing. */
const mostTaken = 4_096;

/** First in, first out. `Array.shift` moves all that is left, each time: with many waiting, they alone would take the time. */
export class Fifo<T> {
  #items: T[] = [];
  #taken = 0;

  get size(): number {
    return this.#items.length - this.#taken;
  }

  /** The next one; undefined where there is none. */
  get first(): T | undefined {
    return this.#items[this.#taken];
  }

  add(item: T): void {
    this.#items.push(item);
  }

  take(): T | undefined {
    const item = this.first;
    if (this.size > 0) this.#taken += 1;
    // Half of it at least, so that each is moved once on average.
    if (this.#taken >= mostTaken && this.#taken * 2 >= this.#items.length) {
      this.#items = this.#items.slice(this.#taken);
      this.#taken = 0;
    }
    return item;
  }

  clear(): void {
    this.#items = [];
    this.#taken = 0;
  }
}
