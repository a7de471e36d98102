/** Each power of two is cut into so many steps, 2 ** 10: what is read back is less than 0.1 % above what was recorded. */
const halfBits = 10;
const steps = 2 ** halfBits;

/** Up to here, one step is one. */
const exactBits = halfBits + 1;
const powers = 31 - exactBits;

/** Counts by step, only those that are not 0: what goes to another process or into a record. */
export interface HistogramData {
  /** Pairs of an index and its count, one after the other. */
  readonly counts: readonly number[];
  readonly sum: number;
  readonly min: number;
  readonly max: number;
}

/**
 * How often which value was recorded, in a fixed amount of memory and with three significant digits: HdrHistogram's
 * log-linear buckets (Gil Tene), for whole numbers from 0 to `Histogram.highest`. Recording is an addition in a
 * Float64Array; histograms of several rounds or processes are merged without loss.
 */
export class Histogram {
  /** What is above it is recorded as this. */
  static readonly highest: number = 2 ** 31 - 1;

  readonly #counts = new Float64Array((powers + 2) * steps);
  #count = 0;
  #sum = 0;
  #min = Infinity;
  #max = 0;

  static from({ counts, sum, min, max }: HistogramData): Histogram {
    const histogram = new Histogram();
    for (let at = 0; at < counts.length; at += 2) {
      const count = counts[at + 1] ?? 0;
      histogram.#counts[counts[at] ?? 0] = count;
      histogram.#count += count;
    }
    histogram.#sum = sum;
    histogram.#min = histogram.#count === 0 ? Infinity : min;
    histogram.#max = max;
    return histogram;
  }

  get count(): number {
    return this.#count;
  }

  /** Of what was recorded, not of the steps; NaN of nothing, as `max` and `mean`. */
  get min(): number {
    return this.#count === 0 ? NaN : this.#min;
  }

  get max(): number {
    return this.#count === 0 ? NaN : this.#max;
  }

  get mean(): number {
    return this.#sum / this.#count;
  }

  /** @param value is rounded down; below 0 it counts as 0 */
  record(value: number): void {
    const whole = value >= Histogram.highest ? Histogram.highest : value > 0 ? Math.floor(value) : 0;
    const index = indexOf(whole);
    this.#counts[index] = (this.#counts[index] ?? 0) + 1;
    this.#count += 1;
    this.#sum += whole;
    if (whole < this.#min) this.#min = whole;
    if (whole > this.#max) this.#max = whole;
  }

  /** Adds all that another one has recorded. */
  merge(other: Histogram): void {
    other.#counts.forEach((count, index) => {
      if (count > 0) this.#counts[index] = (this.#counts[index] ?? 0) + count;
    });
    this.#count += other.#count;
    this.#sum += other.#sum;
    this.#min = Math.min(this.#min, other.#min);
    this.#max = Math.max(this.#max, other.#max);
  }

  /**
   * The highest value of the step that holds the value which `percent` of all do not exceed (the nearest rank), and never
   * more than `max`; NaN of nothing.
   *
   * @param percent 0 to 100
   */
  percentile(percent: number): number {
    if (this.#count === 0) return NaN;
    // The factor keeps 99.9 % of 1,000 from being 1,000 where the product comes out a hair above 999.
    const wanted = Math.max(1, Math.ceil((percent / 100) * this.#count * (1 - Number.EPSILON)));
    let seen = 0;
    for (let index = 0; index < this.#counts.length; index++) {
      seen += this.#counts[index] ?? 0;
      if (seen >= wanted) return Math.min(highestAt(index), this.#max);
    }
    return this.#max;
  }

  toJSON(): HistogramData {
    const counts: number[] = [];
    this.#counts.forEach((count, index) => {
      if (count > 0) counts.push(index, count);
    });
    return { counts, sum: this.#sum, min: this.#count === 0 ? 0 : this.#min, max: this.#max };
  }
}

/** A value's step: as many bits as are kept of it, behind the number of those that are not. */
function indexOf(value: number): number {
  const dropped = Math.max(0, 32 - exactBits - Math.clz32(value));
  return dropped * steps + (value >> dropped);
}

function highestAt(index: number): number {
  const dropped = Math.max(0, Math.floor(index / steps) - 1);
  return (index - dropped * steps + 1) * 2 ** dropped - 1;
}
