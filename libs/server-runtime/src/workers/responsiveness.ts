/** Silence after which a worker gets no newcomers while another answers, ms. */
const silenceMs = 250;

/** How often each worker is asked, ms. */
const everyMs = 100;

/** Knows which workers answer at the moment. Whoever hands over asks it; the watchdog, which kills, waits far longer. */
export class Responsiveness<W extends object> {
  /** When those were asked that have not answered since. */
  readonly #askedAt = new WeakMap<W, number>();

  /** @param workers those to ask, whenever they are asked */
  constructor(workers: () => Iterable<W>, ping: (worker: W) => void) {
    setInterval(() => {
      for (const worker of workers()) {
        if (this.#askedAt.has(worker)) continue; // Questions to one that is silent for long would pile up.
        this.#askedAt.set(worker, performance.now());
        ping(worker);
      }
    }, everyMs).unref();
  }

  answered(worker: W): void {
    this.#askedAt.delete(worker);
  }

  /** Those that answer; all of them, where none does. */
  responsive<Some extends W>(workers: readonly Some[]): readonly Some[] {
    const now = performance.now();
    const answering = workers.filter((worker) => now - (this.#askedAt.get(worker) ?? now) < silenceMs);
    return answering.length > 0 ? answering : workers;
  }
}
