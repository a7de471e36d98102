import { Acceptor, runWorker, serveConnection, type ServerOptions } from '#server-runtime';

/** One worker process: it accepts for itself and serves every connection on its own event loop, as server-async does. */
const [id = '1', settings = '{}'] = process.argv.slice(2);

runWorker({
  id: Number(id),
  options: JSON.parse(settings) as ServerOptions,
  send: (message) =>
    new Promise((resolve) => {
      process.send?.(message, undefined, undefined, () => {
        resolve();
      });
    }),
  onMessage: (listener) => process.on('message', listener),

  async start(context) {
    const acceptor = await Acceptor.listen(context);
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
