import { parentPort, workerData } from 'node:worker_threads';
import {
  Acceptor,
  attach,
  runWorker,
  serveAll,
  serveConnection,
  type ServerOptions,
  type SharedSeats,
  type ToThread,
} from '#server-runtime';

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
        serve: () => {
          serveAll(acceptor, context);
        },
        drain: (deadline) => acceptor.drain(deadline),
      };
    }
    const connections = await context.createConnections();
    parentPort?.on('message', (message: ToThread) => {
      if (message.say !== 'take') return;
      for (const { socket, about, acceptedAt, untold } of message.newcomers) {
        void serveConnection(connections.add(attach(socket), about, acceptedAt - performance.timeOrigin, untold));
      }
    });
    return {
      serve: () => undefined, // Nothing is handed over before.
      drain: (deadline) => connections.drain(deadline),
    };
  },
});
