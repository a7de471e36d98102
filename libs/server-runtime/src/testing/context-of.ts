import { jest } from '@jest/globals';
import type { ServerContext } from '../context.ts';
import { Connections } from '../connections.ts';
import type { ServerOptions } from '../options.ts';
import { Seats } from '../seats.ts';
import { KeptLog } from './kept-log.ts';
import { optionsOf } from './options-of.ts';

export interface TestContext extends ServerContext {
  readonly log: KeptLog;
  readonly stop: jest.Mock<ServerContext['stop']>;
  readonly fail: jest.Mock<ServerContext['fail']>;
}

/** What a model is given, with a log that is kept. */
export function contextOf(given: Partial<ServerOptions> = {}): TestContext {
  const options = optionsOf(given);
  const log = new KeptLog();
  const seats = Seats.for(options.maxConnections ?? 1_000);
  return {
    options,
    log,
    seats,
    stop: jest.fn(),
    fail: jest.fn(),
    gatherer: undefined,
    createConnections: () => Promise.resolve(new Connections({ options, log, meter: undefined, seats, read: 'stream', work: undefined })),
  };
}
