import type { LogEvent } from './events.ts';

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
}
