import type { Meter } from '#admin';
import { HeaderReader } from '../proxy-protocol/header-reader.ts';
import { Connections } from '../connections.ts';
import type { Connection } from '../connection.ts';
import type { ServerOptions } from '../options.ts';
import { Seats } from '../seats.ts';
import type { Work } from '../work.ts';
import { KeptLog } from './kept-log.ts';
import { optionsOf } from './options-of.ts';
import type { SocketPair, SocketPairs } from './socket-pairs.ts';

/** One connection in the hands of the runtime, and its peer. */
export interface Served extends SocketPair {
  readonly connection: Connection;
  readonly connections: Connections;
  readonly log: KeptLog;
  readonly seats: Seats;
}

export interface ServedHow extends Partial<ServerOptions> {
  readonly reads?: boolean;
  readonly does?: Work | undefined;
  readonly meter?: Meter | undefined;
}

/** A connection that was accepted and waits; `serveConnection(connection)` is for the test to call. */
export async function accepted(pairs: SocketPairs, { reads = true, does, meter, ...options }: ServedHow = {}): Promise<Served> {
  const pair = await pairs.pair({ reads });
  const log = new KeptLog();
  const seats = Seats.for(1);
  seats.take();
  const connections = new Connections({
    options: optionsOf(options),
    log,
    meter,
    read: options.read ?? 'stream',
    work: does,
    seats,
    HeaderReader: options.proxyProtocol === true ? HeaderReader : undefined,
  });
  const quiet = options.proxyProtocol === true && { quiet: true as const };
  const connection = connections.add(pair.near, { connection: 1, peer: 'test', ...quiet });
  return { ...pair, connection, connections, log, seats };
}
