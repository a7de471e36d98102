/** `message`: the connections stay open. `connect`: each message has a connection of its own. */
export const loadModes = ['message', 'connect'] as const;
export type LoadMode = (typeof loadModes)[number];

/** When a phase ends: after so many messages, or after so many ms. */
export type Limit = { readonly messages: number } | { readonly duration: number };

/** What the load is; plain data, so that it can be sent to another process. */
export interface LoadPlan {
  readonly mode: LoadMode;
  /** How many at a time. */
  readonly connections: number;
  /** Messages sent and not answered yet, a connection. Always 1 with `connect`. */
  readonly inFlight: number;
  /** Bytes of a message, without its LF. */
  readonly size: number;
  /** Load that is not counted, in ms, for compilers and caches to settle. */
  readonly warmup: number;
  readonly limit: Limit;
}

/** Messages that did not come back as they should. */
export interface LoadErrors {
  readonly lost: number;
  readonly outOfOrder: number;
  readonly corrupted: number;
  /** What the first one looked like. */
  readonly first?: string;
}

/** What a phase came to. The CPU times are those of the server's process tree, in µs of the whole phase. */
export interface LoadResult {
  readonly messages: number;
  readonly seconds: number;
  readonly cpu: { readonly user: number; readonly system: number };
  /** Bytes, at the end of the phase, with its connections still open. */
  readonly pss: number;
  /** CPU time of the load generator itself, in µs. */
  readonly loadCpu: number;
  readonly errors: LoadErrors;
}

/** The smallest message that has room for its number, in bytes. */
export const minSize = 8;

/** The most that may be in flight over all connections, in bytes, so that the load generator's memory is bounded. */
export const maxBytesInFlight: number = 64 * 1024 * 1024;
