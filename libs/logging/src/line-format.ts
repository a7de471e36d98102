import type { EventLevel } from './log-level.ts';
import type { Counts } from './log.ts';
import type { Printable } from './printable.ts';

/** Makes the line of an event, its LF included. */
export type LineFormat = (event: Printable, counts: Counts, level: EventLevel) => string;
