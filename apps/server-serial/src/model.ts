import { Acceptor, type ConcurrencyModel, serveConnection } from '#server-runtime';

/**
 * One connection at a time on one event loop: the others wait, accepted and unread, in the order in which they came. Until
 * one closes nobody else is served, however idle it is.
 */
export const model: ConcurrencyModel = {
  name: 'server-serial',
  serves: 'serial',
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
    await serveConnection(connection); // The next one is taken when this one has closed.
  }
}
