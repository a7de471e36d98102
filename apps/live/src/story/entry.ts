import type { Text } from './text.ts';

/** What a message asks of the server: nothing, to wait (as on a database), to compute, or to do harm. */
export type Ask = 'none' | 'wait' | 'compute' | 'throw' | 'hang' | 'end';

/** A message to send. */
export interface Message {
  readonly ask: Ask;
  /** How long it is to wait, or about how long to compute on this machine, ms. */
  readonly ms?: number;
  /** Of a message: it is sent as it is, and the next one without waiting for a reply. */
  readonly part?: string;
}

/** What a client does. */
export interface Visit {
  /** Sent one after another, each `every` ms after the reply to the one before, or after a part. */
  readonly messages: readonly Message[];
  readonly every?: number;
  /** How long it stays after the last reply, ms; Infinity for until it is told to leave. */
  readonly hold?: number;
  readonly role?: 'heavy';
}

/** A process of a server, as the kernel counts it. */
export interface Usage {
  readonly pid: number;
  /** Of one core, 0 to 1, since it was last looked at. */
  readonly cpu: number;
  /** Bytes: PSS. */
  readonly memory: number;
}

/** Of a server's own log: what it says of a connection, by the client at its far end. */
export const connectionEvents = [
  'accepted', 'waiting', 'handed-over', 'not-handed-over', 'serving', 'received', 'replied', 'ended', 'reset', 'timed-out',
  'rejected', 'refused', 'work-failed',
] as const;
export type ConnectionEvent = (typeof connectionEvents)[number];

export type Told =
  /** A run begins: nothing of what was before is told any more. `lesson` is its id, `said` the place of the answer that was given. */
  | { readonly kind: 'begun'; readonly lesson?: string; readonly said?: number }
  /** The lesson is over. */
  | { readonly kind: 'done' }
  /** It could not be carried through. */
  | { readonly kind: 'failed'; readonly reason: Text }
  | { readonly kind: 'starting'; readonly server: string }
  | { readonly kind: 'listening'; readonly server: string; readonly pid: number; readonly port: number }
  /** `how`: its exit code, or the signal. */
  | { readonly kind: 'down'; readonly server: string; readonly how: string }
  /** It was taken off. */
  | { readonly kind: 'gone'; readonly server: string }
  | { readonly kind: 'usage'; readonly server: string; readonly processes: readonly Usage[] }
  /** Connections in the kernel's queue, which the server has not accepted yet. */
  | { readonly kind: 'queue'; readonly server: string; readonly length: number }
  | { readonly kind: 'log'; readonly server: string; readonly event: ConnectionEvent; readonly client: number; readonly worker?: number | undefined; readonly ahead?: number | undefined; readonly to?: number | undefined }
  | { readonly kind: 'worker-started'; readonly server: string; readonly worker: number; readonly pid?: number }
  | { readonly kind: 'worker-ended'; readonly server: string; readonly worker: number; readonly reason: string }
  | { readonly kind: 'worker-hung'; readonly server: string; readonly worker: number }
  | { readonly kind: 'draining'; readonly server: string }
  /** Lines of its log are lost, since nobody read them fast enough: what they told is not in the picture. */
  | { readonly kind: 'dropped'; readonly server: string; readonly lines: number }
  /** From here on, by the clients' own clock. `number`: among those of its server, from 1 on; `role` sets one apart. */
  | { readonly kind: 'came'; readonly client: number; readonly server: string; readonly number: number; readonly role?: 'heavy' }
  | { readonly kind: 'connected'; readonly client: number }
  | { readonly kind: 'sent'; readonly client: number; readonly ask: Ask; readonly part?: string | undefined }
  /** A reply, whole; `text` is what came where a message is sent in parts. */
  | { readonly kind: 'got'; readonly client: number; readonly text?: string | undefined }
  /** It ends its connection. */
  | { readonly kind: 'leaves'; readonly client: number }
  /** `left` where it ended itself, `ended` where the server did in order, else an error's code. */
  | { readonly kind: 'closed'; readonly client: number; readonly outcome: string };

/** Something that happened, `at` ms since the run began. */
export type Entry = Told & { readonly at: number };

type Without<All, Key extends string> = All extends unknown ? Omit<All, Key> : never;
/** What a client tells of itself. */
export type ClientFact = Without<Exclude<Extract<Told, { client: number }>, { kind: 'log' | 'came' }>, 'client'>;
