/** What a message is (protocol.md: Framing). */
export const framings = ['chunk', 'line'] as const;
export type Framing = (typeof framings)[number];

/** One connection at a time, the others waiting their turn, or all at once. */
export const servings = ['serial', 'overlapping'] as const;
export type Serves = (typeof servings)[number];

/** Where connections run: in the process that was started, or in processes or threads of its own. */
export const workerKinds = ['none', 'processes', 'threads'] as const;
export type Workers = (typeof workerKinds)[number];

/** What a server says of itself, and so which clauses it is held to. */
export interface Promises {
  readonly serves: Serves;
  readonly workers: Workers;
  readonly framing: Framing;
  /** The longest message that framing `line` takes, in bytes, its LF not counted. */
  readonly maxMessageBytes: number;
}
