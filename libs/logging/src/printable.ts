import { escapeShort } from '#command-line';
import { errorText } from './error-text.ts';
import type { EventName, EventOf, LogEvent } from './events.ts';
import { messageText } from './message-text.ts';

/** An event whose every field is a number or text that is safe to show. */
export type Printable<Name extends EventName = EventName> = {
  [N in Name]: {
    readonly [K in Exclude<keyof EventOf<N>, 'quiet'>]: K extends 'event'
      ? N
      : EventOf<N>[K] extends number | undefined
        ? EventOf<N>[K]
        : string;
  } & (N extends 'received' ? { readonly bytes: number } : unknown);
}[Name];

/** Escapes and shortens all that comes from outside, so that no peer can forge a line or write to a terminal. */
export function printable(event: LogEvent): Printable {
  const said = 'quiet' in event ? { ...event, quiet: undefined } : event; // Its level tells.
  const fields = Object.entries(said).map(([key, value]: [string, unknown]) => [key, printableValue(value)]);
  const safe = Object.fromEntries(fields) as Printable;
  return event.event === 'received' ? ({ ...safe, bytes: event.message.length } as Printable) : safe;
}

function printableValue(value: unknown): string | number | undefined {
  if (typeof value === 'number' || value === undefined) return value;
  if (value instanceof Uint8Array) return messageText(value);
  return escapeShort(typeof value === 'string' ? value : errorText(value));
}
