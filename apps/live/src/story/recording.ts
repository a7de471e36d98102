import type { Entry } from './entry.ts';
import { Scene } from './scene.ts';

/** The most entries that are kept. Five servers with 64 clients, a message each, make some 4,000. */
const most = 60_000;

/** What is new to a reader of a recording. */
export interface News {
  /** Where it has to begin anew, what was before the entries. */
  readonly base: Scene | undefined;
  readonly entries: readonly Entry[];
  /** Where it is to read on. */
  readonly next: number;
}

/**
 * What happened in a run, in the order in which it was learnt: some of it a little late. It is bounded: of a long one the
 * older half is folded into the scene that it led to, from which a replay then begins.
 */
export class Recording {
  readonly #most: number;
  readonly #base: Scene;
  readonly #entries: Entry[] = [];
  /** How many were folded. */
  #folded = 0;

  /** @param base what was before */
  constructor(base: Scene = new Scene(), limit: number = most) {
    this.#base = base;
    this.#most = limit;
  }

  add(entry: Entry): void {
    this.#entries.push(entry);
    if (this.#entries.length <= this.#most) return;
    const older = this.#entries.splice(0, this.#most / 2);
    for (const one of older) this.#base.apply(one);
    if (this.#base.lesson === undefined) this.#base.forget(this.#base.at);
    this.#folded += older.length;
  }

  /** In the order in which it happened. */
  sorted(): readonly Entry[] {
    return this.#entries.toSorted((one, other) => one.at - other.at);
  }

  /** A scene of its own that is as it was before all entries that are kept. */
  base(): Scene {
    return this.#base.copy();
  }

  /** @param next what the reader was told the last time; undefined at first */
  newsSince(next: number | undefined): News {
    const behind = next === undefined || next < this.#folded;
    return {
      base: behind ? this.#base : undefined,
      entries: this.#entries.slice(behind ? 0 : next - this.#folded),
      next: this.#folded + this.#entries.length,
    };
  }
}
