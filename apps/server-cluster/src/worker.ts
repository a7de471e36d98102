import { Acceptor, handedOver, runWorker, serveAll, type ServerOptions } from '#server-runtime';

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
      serve: () => {
        serveAll(acceptor, context);
      },
      drain: (deadline) => acceptor.drain(deadline),
    };
  },
});
