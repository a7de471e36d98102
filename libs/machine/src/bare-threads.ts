import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/**
 * Threads that do nothing but compute, to find out what the machine gives at the moment: where others use it, no server can
 * show what it would do with the cores for itself.
 */
export class BareThreads implements AsyncDisposable {
  readonly #threads: readonly Worker[];

  private constructor(threads: readonly Worker[]) {
    this.#threads = threads;
  }

  static async start(count: number): Promise<BareThreads> {
    const file = new URL('./hash-thread.ts', import.meta.url);
    const threads = Array.from({ length: count }, () => new Worker(file));
    // A thread that is online still has its module to load, which is not to be counted with what the first one computes.
    await timed(threads, 1);
    return new BareThreads(threads);
  }

  /** How many times as much all of them compute as one of them alone, right now. */
  async speedUp(rounds: number): Promise<number> {
    const alone = await timed(this.#threads.slice(0, 1), rounds);
    const together = await timed(this.#threads, rounds);
    return (this.#threads.length * alone) / together;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.terminate()));
  }
}

async function timed(threads: readonly Worker[], rounds: number): Promise<number> {
  const began = performance.now();
  await Promise.all(
    threads.map((thread) => {
      thread.postMessage(rounds);
      return once(thread, 'message');
    }),
  );
  return performance.now() - began;
}
