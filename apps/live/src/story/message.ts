import type { Ask } from './entry.ts';

/** A message to send. */
export interface Message {
  readonly ask: Ask;
  /** How long it is to wait, or about how long to compute on this machine, ms. */
  readonly ms?: number;
}

/** What a client does. */
export interface Visit {
  /** Sent one after another, each `every` ms after the reply to the one before. */
  readonly messages: readonly Message[];
  readonly every?: number;
  /** How long it stays after the last reply, ms; Infinity for until it is told to leave. */
  readonly hold?: number;
  readonly role?: 'heavy';
}
