import type { Approach } from '#approaches';
import type { Text } from '#record';
import type { Matcher } from './matcher.ts';
import type { RuntimePlace } from './runtime-place.ts';

/** Where in an approach lines are to be found. */
export interface Part {
  /** Undefined for any file of the app. */
  readonly file?: string;
  readonly find: Matcher;
  /** How often it is there at least; once, where that is not said. */
  readonly times?: number;
  /** For the person who must bring it up to date. */
  readonly what: string;
}

/** One way in which an approach may see to a concern: it does where every part is found. */
export interface Way {
  /** What is shown. */
  readonly own: readonly Part[];
  /** What shows that the concern was left to the runtime, and needs no showing. */
  readonly given?: readonly Part[];
  /** Where the runtime goes on from there. */
  readonly runtime: readonly RuntimePlace[];
  readonly note?: Text;
}

/** Something that every server must do. */
export interface Concern {
  readonly id: string;
  readonly title: Text;
  /** What to look at when the approaches are compared. */
  readonly question: Text;
  /** Where there are no workers; in worker processes; in worker threads. The first way that fits is the approach's. */
  readonly ways: Readonly<Record<Approach['workers'], readonly Way[]>>;
}
