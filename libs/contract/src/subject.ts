import type { Peer, PeerOptions } from './peer.ts';
import type { Promises } from './promises.ts';
import type { LaunchOptions, Server } from './server.ts';

export type ConnectOptions = Partial<Pick<PeerOptions, 'paused' | 'patience'>>;

/** What a clause is given: a server to talk to, and where the clause needs that, the process behind it. */
export interface Subject {
  readonly promises: Promises;
  /** How long to wait for what must come, ms. */
  readonly patience: number;
  /** A new client of the server. */
  connect(options?: ConnectOptions): Promise<Peer>;
  /** That many clients, one after another. */
  connectMany(count: number): Promise<Peer[]>;
  /** The process behind the port, started with the clause's flags. */
  server(): Promise<Server>;
  /** Starts another one, and does not wait until it is ready. */
  launch(options?: LaunchOptions): Promise<Server>;
}
