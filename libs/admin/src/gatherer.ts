import { AggregatorRegistry } from 'prom-client';
import { familiesOf, familiesOfWorkers, totalsOf } from './families.ts';
import type { Figures } from './figures.ts';
import type { Meter } from './meter.ts';

/** How long a worker may take to tell its figures, ms, before the others' are given without. */
const patienceMs = 500;

/** A worker, from its start to its end; its replacement has the same id, and is another. */
interface Asked {
  readonly id: number;
}

/** What is known of a worker. */
interface Known {
  /** Those that it told last. */
  figures?: Figures;
  /** It was asked and has not answered since. */
  owed?: PromiseWithResolvers<undefined>;
}

/**
 * Adds up the figures of a server, all workers included. Totals never fall: what a worker told last stands for it while it
 * is silent, and is kept when it has ended.
 */
export class Gatherer {
  readonly #meter: Meter;
  readonly #known = new Map<Asked, Known>();
  readonly #gone = new WeakSet<Asked>();
  /** Totals of those that have ended. */
  #left: object[][] = [];
  #silences = 0;
  #ask: () => readonly Asked[] = () => [];

  /** @param meter of the process that was started */
  constructor(meter: Meter) {
    this.#meter = meter;
  }

  /**
   * @param workers those that serve, whenever they are to be asked
   * @param ask has one tell its figures, which `answered()` is given
   */
  follow<W extends Asked>(workers: () => readonly W[], ask: (worker: W) => void): void {
    this.#ask = () => {
      const asked = workers();
      for (const worker of asked) {
        const known = this.#of(worker);
        if (known.owed !== undefined) continue; // Questions to one that is silent for long would pile up.
        known.owed = Promise.withResolvers();
        ask(worker);
      }
      return asked;
    };
  }

  answered(worker: Asked, figures: Figures): void {
    if (this.#gone.has(worker)) return; // It was under way when the worker ended; what it told before is kept already.
    const known = this.#of(worker);
    known.figures = figures;
    known.owed?.resolve(undefined);
    delete known.owed;
  }

  ended(worker: Asked): void {
    const { figures, owed } = this.#of(worker);
    if (figures !== undefined) this.#left.push(totalsOf(familiesOf(String(worker.id), figures)));
    owed?.resolve(undefined);
    this.#known.delete(worker);
    this.#gone.add(worker);
  }

  /** The text that Prometheus reads, of what all workers say that answer within 500 ms. To be awaited before the next call. */
  async text(): Promise<string> {
    const asked = this.#ask();
    await this.#answers(asked);
    const silent = new Set(asked.filter((worker) => this.#known.get(worker)?.owed !== undefined));
    this.#silences += silent.size;
    if (this.#left.length > 1) this.#left.unshift(await addedUp(this.#left.splice(0)));
    const told = [...this.#known].flatMap(([worker, { figures }]) => {
      if (figures === undefined) return [];
      const families = familiesOf(String(worker.id), figures);
      return [silent.has(worker) ? totalsOf(families) : families];
    });
    const workers = familiesOfWorkers({ ready: asked.length, silences: this.#silences });
    const main = familiesOf('main', this.#meter.figures);
    return AggregatorRegistry.aggregate([main, workers, ...this.#left, ...told]).metrics();
  }

  #of(worker: Asked): Known {
    const known = this.#known.get(worker) ?? {};
    this.#known.set(worker, known);
    return known;
  }

  async #answers(asked: readonly Asked[]): Promise<void> {
    const all = Promise.all(asked.flatMap((worker) => this.#known.get(worker)?.owed?.promise ?? []));
    const { promise, resolve } = Promise.withResolvers<undefined>();
    // Once the loop has polled: after a stall of our own, answers that came meanwhile are read first.
    const timer = setTimeout(() => setImmediate(resolve, undefined), patienceMs);
    await Promise.race([all, promise]);
    clearTimeout(timer);
  }
}

/** The totals of several as those of one, so that however many end, no more is kept. */
function addedUp(several: object[][]): Promise<object[]> {
  return AggregatorRegistry.aggregate(several).getMetricsAsJSON();
}
