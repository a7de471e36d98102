/** The machine's monotonic clock, from a moment on. Servers log by the same one, so that both sides share a time. */
export class Clock {
  readonly #origin = process.hrtime.bigint();

  /** ms since the clock began. */
  now(): number {
    return this.at(process.hrtime.bigint());
  }

  /** ms from the beginning to a moment of the monotonic clock, in ns. */
  at(ns: bigint | number): number {
    return Number(BigInt(ns) - this.#origin) / 1e6;
  }
}
