import type { Entry } from '../story/entry.ts';
import type { Recording } from '../story/recording.ts';
import { recording } from './state.ts';

/** Reads what was learnt, each of it once. */
export class NewsReader {
  #of: Recording | undefined;
  #next = 0;

  /** What came since the last time; `anew` where all that was read before is of another run, or was folded. */
  read(): { readonly anew: boolean; readonly entries: readonly Entry[] } {
    const { base, entries, next } = recording.newsSince(this.#of === recording ? this.#next : undefined);
    this.#of = recording;
    this.#next = next;
    return { anew: base !== undefined, entries };
  }
}
