import type { Gatherer, Meter } from '#admin';
import { createLog, type Log } from '#logging';
import { Connections } from './connections.ts';
import type { ServerOptions } from './options.ts';
import { type ReadMode, readModes } from './chunk-reader.ts';
import { messages } from './messages.ts';
import { Seats } from './seats.ts';
import { canReadIntoBuffer } from './shared-read-buffer.ts';
import { choose } from './undocumented.ts';
import { loadWork } from './work.ts';

/** What a process or thread has that serves connections. */
export interface ServingContext<Extra = unknown> {
  readonly options: ServerOptions & Extra;
  readonly log: Log;
  /** The connections that `--max-connections` allows in this process. */
  readonly seats: Seats;
  /** Loads the work, and finds out how to read. @throws ServerError where that cannot be */
  createConnections(): Promise<Connections>;
  /** It cannot go on: what the error says is said, and the process, or the worker's part of it, ends with 1. */
  readonly fail: (error: Error) => void;
}

/** What the runtime hands to a model, in the process that was started. */
export interface ServerContext<Extra = unknown> extends ServingContext<Extra> {
  /** The server is to drain and end with 0, as on a signal. */
  stop(cause: string): void;
  /** Where the figures of all workers go; undefined without `--admin`. */
  readonly gatherer: Gatherer | undefined;
}

export interface ContextSettings<Extra> {
  readonly options: ServerOptions & Extra;
  readonly seats: Seats;
  readonly fail: (error: Error) => void;
  /** Its id, in a worker. */
  readonly worker?: number;
  /** Undefined without `--admin`. */
  readonly meter: Meter | undefined;
}

export function createContext<Extra>({ options, seats, fail, worker, meter }: ContextSettings<Extra>): ServingContext<Extra> {
  const written = createLog({
    level: options.logLevel,
    format: options.logFormat,
    language: options.lang,
    worker,
    counts: () => seats.counts,
  });
  const log = meter?.listenTo(written) ?? written;
  return {
    options,
    log,
    seats,
    fail,
    async createConnections() {
      // Loaded where there is use for it, as the work is.
      const header = options.proxyProtocol ? import('./proxy-protocol/header-reader.ts') : undefined;
      const [read, work, introduced] = await Promise.all([readMode(options), loadWork(options), header]);
      return new Connections({ options, log, meter, seats, read, work, HeaderReader: introduced?.HeaderReader });
    },
  };
}

function readMode({ read, lang }: ServerOptions): Promise<ReadMode> {
  return choose(read, readModes, canReadIntoBuffer, messages[lang].noReadBuffer);
}
