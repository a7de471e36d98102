import { parentPort, workerData } from 'node:worker_threads';
import type { AboutConnection } from '#logging';
import {
  Acceptor,
  attach,
  runWorker,
  serveConnection,
  type ServerOptions,
  type SharedSeats,
  type SocketHandle,
  type ToWorker,
} from '#server-runtime';

/** A connection on its way from the main thread to one of ours. */
export interface Newcomer {
  readonly handle: SocketHandle;
  readonly about: AboutConnection;
  /** When the main thread accepted it, ms since the epoch: each thread's `performance.now()` begins with the thread. */
  readonly acceptedAt: number;
}

/** What the main thread tells a thread: what every parent tells its workers, and the connections that it hands over. */
export type ToThread = ToWorker | { readonly say: 'take'; readonly newcomers: readonly Newcomer[] };

export interface ThreadSettings {
  readonly id: number;
  readonly options: ServerOptions & { readonly accept: 'hand-over' | 'reuse-port' };
  readonly seats: SharedSeats;
}

/** One worker thread: it serves every connection that it is handed, or accepts, on its own event loop. */
const { id, options, seats } = workerData as ThreadSettings;

runWorker({
  id,
  options,
  seats,
  send: (message) => {
    parentPort?.postMessage(message);
    return Promise.resolve();
  },
  onMessage: (listener) => parentPort?.on('message', listener),

  async start(context) {
    if (options.accept === 'reuse-port') {
      const acceptor = await Acceptor.listen(context, { reusePort: true });
      return {
        serve: () => void serveAll(acceptor).catch(context.fail),
        drain: (deadline) => acceptor.drain(deadline),
      };
    }
    const connections = await context.createConnections();
    parentPort?.on('message', (message: ToThread) => {
      if (message.say !== 'take') return;
      for (const { handle, about, acceptedAt } of message.newcomers) {
        void serveConnection(connections.add(attach(handle), about, acceptedAt - performance.timeOrigin));
      }
    });
    return {
      serve: () => undefined, // Nothing is handed over before.
      drain: (deadline) => connections.drain(deadline),
    };
  },
});

async function serveAll(acceptor: Acceptor): Promise<void> {
  for await (const connection of acceptor) {
    void serveConnection(connection); // Not awaited: the next one is taken at once.
  }
}
