import type { Approach } from '#approaches';
import type { Quantity, RunRecord } from '#record';

/** What an approach was measured to cost; undefined for what the record doesn't have. */
export interface Costs extends Pick<Approach, 'name' | 'serves' | 'workers'> {
  /** µs of CPU time. */
  readonly connection: Quantity | undefined;
  readonly message: Quantity | undefined;
  /** ms from sending to the first byte, where hardly anybody else is there: half of the replies, and 99 of 100. */
  readonly replyP50: Quantity | undefined;
  readonly replyP99: Quantity | undefined;
  /** Bytes: before any client, and what each adds. */
  readonly idle: Quantity | undefined;
  readonly each: Quantity | undefined;
  /** How many times the computing of one client it does for many. */
  readonly speedUp: Quantity | undefined;
  /** Share of the clients that are lost with a worker. */
  readonly lost: Quantity | undefined;
}

/** What a record says of the approaches that it tried. */
export function costsIn(record: RunRecord, approaches: readonly Approach[]): readonly Costs[] {
  const figure = (name: string, server: string): Quantity | undefined => {
    for (const { outcome } of record.experiments) {
      const found = outcome.status === 'done' ? outcome.findings.figures[name]?.[server] : undefined;
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return approaches
    .filter(({ name }) => record.servers.includes(name))
    .map(({ name, serves, workers }) => ({
      name,
      serves,
      workers,
      connection: figure('cpu-connection', name),
      message: figure('cpu-message', name),
      replyP50: figure('reply-p50', name),
      replyP99: figure('reply-p99', name),
      idle: figure('memory-idle', name),
      each: figure('memory-connection', name),
      speedUp: figure('speed-up', name),
      lost: figure('lost-with-a-worker', name),
    }));
}
