import { Acceptor, type ConcurrencyModel, serveConnection } from '#server-runtime';

/**
 * Every connection on one event loop: while one waits for its peer, the others are served. Nothing takes load off that
 * loop: what one message computes, all wait for.
 */
export const model: ConcurrencyModel = {
  name: 'server-async',
  serves: 'overlapping',
  workers: 'none',

  async start(context) {
    const acceptor = await Acceptor.listen(context);
    return {
      port: acceptor.port,
      serve: () => void serveAll(acceptor).catch(context.fail),
      drain: (deadline) => acceptor.drain(deadline),
    };
  },
};

async function serveAll(acceptor: Acceptor): Promise<void> {
  for await (const connection of acceptor) {
    void serveConnection(connection); // Not awaited: the next one is taken at once.
  }
}
