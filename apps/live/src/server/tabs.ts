import type { SSEStreamingApi } from 'hono/streaming';
import type { Recording } from '../story/recording.ts';
import type { Stage } from './stage.ts';

/**
 * The most tabs at a time. A browser keeps six connections to a host that speaks HTTP/1.1, and each tab holds one of them for
 * good: with six there would be none left to send anything.
 */
const most = 4;

/** How long what happens is gathered before it is sent, ms: some two frames of a page. */
const gatherFor = 30;

/** How often something is sent where nothing happens, ms: the page's clock is set by it, and a tab that is gone is noticed. */
const beatEvery = 2_000;

/** How long nobody looks before everything is ended, ms. */
const aloneFor = 30_000;

/**
 * Sends what happens to every tab that looks. Nothing is kept for a tab: it reads the recording from where it was told last, when
 * it has taken that; so one that is slow or asleep costs nothing, and misses nothing that is still kept.
 */
export class Tabs {
  readonly #stage: Stage;
  readonly #aloneFor: number;
  #open = 0;
  #alone: NodeJS.Timeout | undefined;

  constructor(stage: Stage, waits: number = aloneFor) {
    this.#stage = stage;
    this.#aloneFor = waits;
  }

  get full(): boolean {
    return this.#open >= most;
  }

  /** Resolves when the tab has closed. */
  async serve(stream: SSEStreamingApi): Promise<void> {
    this.#open += 1;
    clearTimeout(this.#alone);
    let due = Promise.withResolvers<undefined>();
    const tell = (): void => {
      due.resolve(undefined);
    };
    this.#stage.changes.on('change', tell);
    stream.onAbort(tell);
    try {
      let told: { readonly recording: Recording; readonly next: number } | undefined;
      while (!stream.aborted && !stream.closed) {
        const { recording } = this.#stage;
        const { base, entries, next } = recording.newsSince(told?.recording === recording ? told.next : undefined);
        told = { recording, next };
        due = Promise.withResolvers();
        await stream.writeSSE({ data: JSON.stringify({ now: this.#stage.now(), base, entries }) });
        await stream.sleep(gatherFor);
        const beat = setTimeout(tell, beatEvery);
        await due.promise;
        clearTimeout(beat);
      }
    } finally {
      this.#stage.changes.off('change', tell);
      this.#open -= 1;
      if (this.#open === 0) {
        this.#alone = setTimeout(() => {
          void this.#stage.end();
        }, this.#aloneFor).unref();
      }
    }
  }
}
