import { Acceptor } from '../acceptor.ts';
import type { ServerContext } from '../context.ts';
import { oneOf } from '../flag.ts';
import type { ConcurrencyModel, RunningServer } from '../model.ts';
import { runServer } from '../run-server.ts';
import { serveConnection } from '../serve-connection.ts';
import { ServerError } from '../server-error.ts';

const flags = {
  goes: {
    ...oneOf(['well', 'wrong', 'nowhere', 'down', 'home']),
    placeholder: 'HOW',
    default: 'well',
    help: { en: 'how it goes', 'pt-BR': 'como vai' },
  },
} as const;

/** A server that goes as it is told to, so that each way in which one can end is seen. */
const model: ConcurrencyModel<typeof flags> = {
  name: 'server-small',
  serves: 'overlapping',
  workers: 'none',
  flags,

  async start(context) {
    const { goes } = context.options;
    if (goes === 'wrong') throw new Error('a bug');
    if (goes === 'nowhere') return startForEver();
    const acceptor = await Acceptor.listen(context);
    return {
      port: acceptor.port,
      serve: () => void serveAll(acceptor, context, goes).catch(context.fail),
      drain: (deadline) => acceptor.drain(deadline),
    };
  },
};

function startForEver(): Promise<RunningServer> {
  console.log('{"event":"starting"}');
  return new Promise((resolve) => setInterval(() => resolve, 1_000));
}

async function serveAll(acceptor: Acceptor, context: ServerContext, goes: string): Promise<void> {
  for await (const connection of acceptor) {
    if (goes === 'down') context.fail(new ServerError('DOWN', 'it is down; start it again.'));
    if (goes === 'home') context.stop('enough');
    void serveConnection(connection);
  }
}

runServer(model);
