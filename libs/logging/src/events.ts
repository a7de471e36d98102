/** The connection that an event is about. Ids count up in the process or thread that accepted it. */
export interface AboutConnection {
  readonly connection: number;
  /** The far end, `ADDRESS:PORT`. */
  readonly peer: string;
  /**
   * What would be `info` is `debug`: with `--proxy-protocol`, before the header has said who the client is, and where the
   * connection turns out to be the proxy's own.
   */
  readonly quiet?: true;
}

/** Everything that a server says about itself, one shape an event. Durations are milliseconds. */
export type LogEvent =
  | { readonly event: 'listening'; readonly name: string; readonly host: string; readonly port: number }
  /** At the address of `--admin`. */
  | { readonly event: 'admin-listening'; readonly host: string; readonly port: number }
  | ({ readonly event: 'accepted' } & AboutConnection)
  /** Accepted, and not served when that turn of the event loop was over: `ahead` connections that are open came first. */
  | ({ readonly event: 'waiting'; readonly ahead: number } & AboutConnection)
  /** The main thread gave the connection to thread `to`. */
  | ({ readonly event: 'handed-over'; readonly to: number } & AboutConnection)
  /** It could not be, and was closed. */
  | ({ readonly event: 'not-handed-over'; readonly code: string } & AboutConnection)
  /** `waited` since it was accepted. */
  | ({ readonly event: 'serving'; readonly waited: number } & AboutConnection)
  /** The header of the PROXY protocol is there: `peer` is whom it names, if it does, and `via` who sent it. */
  | ({ readonly event: 'proxied'; readonly via: string } & AboutConnection)
  /** In place of that header something else came, or nothing in time; the connection is closed. */
  | ({ readonly event: 'bad-header'; readonly fault: 'false' | 'oversized' | 'cut' | 'slow' } & AboutConnection)
  | ({ readonly event: 'received'; readonly message: Uint8Array } & AboutConnection)
  /** One write: the replies to `messages` messages, `bytes` long. */
  | ({ readonly event: 'replied'; readonly messages: number; readonly bytes: number } & AboutConnection)
  | ({ readonly event: 'ended'; readonly messages: number; readonly bytes: number; readonly lasted: number } & AboutConnection)
  /** `bytes` as of `ended`: what the peer had sent. */
  | ({ readonly event: 'reset'; readonly code: string; readonly bytes: number } & AboutConnection)
  | ({ readonly event: 'timed-out'; readonly after: number } & AboutConnection)
  /** The peer gets `reply`, an `Error:` line, and the close. */
  | ({ readonly event: 'rejected'; readonly reply: string } & AboutConnection)
  /** The `--work` of a message threw. */
  | ({ readonly event: 'work-failed'; readonly error: unknown } & AboutConnection)
  /** Beyond `--max-connections`. `refused` counts them since the start. */
  | ({ readonly event: 'refused'; readonly limit: number; readonly refused: number } & AboutConnection)
  /** The system gave the listener an error in place of a client. `failed` counts them since the start; not each has a line. */
  | { readonly event: 'accept-failed'; readonly code: string; readonly failed: number }
  | { readonly event: 'worker-started'; readonly id: number; readonly pid?: number }
  /** The system has no more processes, threads or descriptors for it. */
  | { readonly event: 'worker-not-started'; readonly id: number; readonly reason: string }
  | { readonly event: 'worker-ended'; readonly id: number; readonly reason: string }
  | { readonly event: 'worker-hung'; readonly id: number; readonly after: number }
  | { readonly event: 'worker-replaced'; readonly id: number; readonly delay: number }
  /** With `--drain-delay`: it drains after `delay`, and accepts until then. */
  | { readonly event: 'stop-asked'; readonly cause: string; readonly delay: number }
  | { readonly event: 'draining'; readonly cause: string }
  | { readonly event: 'stopped'; readonly destroyed: number }
  /** Written when the log can be written again. */
  | { readonly event: 'dropped'; readonly lines: number };

export type EventName = LogEvent['event'];
export type EventOf<Name extends EventName> = Extract<LogEvent, { event: Name }>;
