/** Memory of a server's process tree while so many connections were held. */
export interface Held {
  readonly connections: number;
  /** Bytes of PSS. */
  readonly pss: number;
}

/**
 * How many connections are held to find out what one takes. A heap takes room ahead for what is young, once, and divided by
 * fewer connections that is more for each: on server-threads 8.4 kB of 3,000, 5.1 of 10,000, whoever opened them. Figures of
 * different numbers are not to be compared, and so all that measure it take the same.
 */
export const heldConnections = { quick: 1_000, default: 10_000, thorough: 10_000 } as const;

/** What the first few cost once and for all, such as compiling what serves them, is not a connection's. */
export const firstConnections = 10;

/** Bytes that one more idle connection takes, from the growth since the first few; undefined where no more were held. */
export function connectionMemory(held: readonly Held[]): number | undefined {
  const [first] = held.filter(({ connections }) => connections >= firstConnections);
  const last = held.at(-1);
  if (first === undefined || last === undefined || last.connections <= first.connections) return undefined;
  return (last.pss - first.pss) / (last.connections - first.connections);
}
