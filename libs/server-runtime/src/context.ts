import { createLog, type Log } from '#logging';
import { Connections } from './connections.ts';
import type { ServerOptions } from './options.ts';
import { Seats } from './seats.ts';
import { loadWork } from './work.ts';

/** What a process or thread has that serves connections. */
export interface ServingContext<Extra = unknown> {
  readonly options: ServerOptions & Extra;
  readonly log: Log;
  /** The connections that `--max-connections` allows in this process. */
  readonly seats: Seats;
  /** Loads the work. @throws ServerError where that cannot be */
  createConnections(): Promise<Connections>;
}

/** What the runtime hands to a model, in the process that was started. */
export interface ServerContext<Extra = unknown> extends ServingContext<Extra> {
  /** The server is to drain and end with 0, as on a signal. */
  stop(cause: string): void;
  /** The server cannot go on: what the error says is said, and the process ends with 1. */
  fail(error: Error): void;
}

export interface ContextSettings<Extra> {
  readonly options: ServerOptions & Extra;
  readonly seats: Seats;
  /** Its id, in a worker. */
  readonly worker?: number;
}

export function createContext<Extra>({ options, seats, worker }: ContextSettings<Extra>): ServingContext<Extra> {
  const log = createLog({
    level: options.logLevel,
    format: options.logFormat,
    language: options.lang,
    worker,
    counts: () => seats.counts,
  });
  return {
    options,
    log,
    seats,
    async createConnections() {
      return new Connections({ options, log, seats, work: await loadWork(options) });
    },
  };
}
