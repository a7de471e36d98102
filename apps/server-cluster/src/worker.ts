import { createServer, type Server } from 'node:net';
import { Acceptor, attach, runWorker, serveConnection, type ServerOptions, type SocketHandle, type ToWorker } from '#server-runtime';

/** With it, the primary hands a connection over. */
export interface Take {
  readonly say: 'take';
}

/** The connection that was handed over is ours. */
export interface Taken {
  readonly say: 'taken';
}

/** One worker process: it accepts for itself and serves every connection on its own event loop, as server-async does. */
const [id = '1', settings = '{}'] = process.argv.slice(2);

const options = JSON.parse(settings) as ServerOptions & { readonly scheduling: 'none' | 'rr' };

runWorker({
  id: Number(id),
  options,
  send: (message) =>
    new Promise((resolve) => {
      process.send?.(message, undefined, undefined, () => {
        resolve();
      });
    }),
  onMessage: (listener) => process.on('message', listener),

  async start(context) {
    const inTurn = options.scheduling === 'rr';
    const acceptor = inTurn ? await Acceptor.of(context, handedOver()) : await Acceptor.listen(context);
    return {
      serve: () => void serveAll(acceptor).catch(context.fail),
      drain: (deadline) => acceptor.drain(deadline),
    };
  },
});

async function serveAll(acceptor: Acceptor): Promise<void> {
  for await (const connection of acceptor) {
    void serveConnection(connection); // Not awaited: the next one is taken at once.
  }
}

/** What the primary hands over, as a listener that is never bound. */
function handedOver(): Server {
  const listener = createServer();
  process.on('message', (message: ToWorker | Take, handle: SocketHandle) => {
    if (message.say !== 'take') return;
    const taken: Taken = { say: 'taken' };
    process.send?.(taken);
    listener.emit('connection', attach(handle));
  });
  return listener;
}
