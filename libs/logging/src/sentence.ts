import type { EventName } from './events.ts';
import type { Counts } from './log.ts';
import type { Printable } from './printable.ts';

/** What is said of one event, without who it is about. */
export type Sentence<Name extends EventName> = (event: Printable<Name>, counts: Counts) => string;

/** A sentence for every event but `listening`, whose line is the same in all languages (ready-line.ts). */
export type Sentences = { readonly [Name in Exclude<EventName, 'listening'>]: Sentence<Name> };
