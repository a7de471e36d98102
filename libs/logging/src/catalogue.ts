import type { EventName } from './events.ts';
import type { Counts } from './log.ts';
import type { Printable } from './printable.ts';

/** What is said of one event, without who it is about. */
export type Sentence<Name extends EventName> = (event: Printable<Name>, counts: Counts) => string;

/**
 * A language of the log: every event has its sentence, or the types don't check. `listening` has none because its line
 * is the same in all (ready-line.ts).
 */
export interface Catalogue {
  readonly subject: {
    readonly server: string;
    worker(id: number): string;
    connection(id: number, peer: string): string;
  };
  readonly sentences: { readonly [Name in Exclude<EventName, 'listening'>]: Sentence<Name> };
}
