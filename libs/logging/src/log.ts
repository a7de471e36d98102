import type { LogEvent } from './events.ts';
import type { Untold } from './held-lines.ts';

/** How many connections the process or thread that writes an event has. */
export interface Counts {
  /** Being served. */
  readonly active: number;
  /** Accepted and not served yet. */
  readonly waiting: number;
}

/** Where a server says what happens. It never throws and never blocks. */
export interface Log {
  /** Whether `received` events are written. Ask before making one, so that at `warn` a message costs nothing. */
  readonly messages: boolean;
  /** Likewise for `replied`. */
  readonly replies: boolean;
  emit(event: LogEvent): void;
  /** What is not written yet of a connection that is handed over to another thread, for `take()` of its log. */
  share(connection: number): Untold | undefined;
  take(connection: number, untold: Untold): void;
}
