import { Acceptor } from '../acceptor.ts';
import type { ServerOptions } from '../options.ts';
import { runWorker } from '../workers/run-worker.ts';
import { serveAll } from '../serve-all.ts';
import { ServerError } from '../server-error.ts';

/** A worker whose parent is the test; its options, and how it starts, come as JSON. */
const { goes, options } = JSON.parse(process.argv[2] ?? '{}') as WorkerProcess;

export interface WorkerProcess {
  readonly goes: 'well' | 'wrong' | 'nowhere';
  readonly options: ServerOptions;
}

runWorker({
  id: 3,
  options,
  send: (message) =>
    new Promise((resolve) => {
      process.send?.(message, undefined, undefined, () => {
        resolve();
      });
    }),
  onMessage: (listener) => process.on('message', listener),

  async start(context) {
    if (goes === 'wrong') throw new Error('a bug');
    if (goes === 'nowhere') throw new ServerError('NOWHERE', 'there is no place for it.');
    const acceptor = await Acceptor.listen(context);
    return {
      serve: () => {
        serveAll(acceptor, context);
      },
      drain: (deadline) => acceptor.drain(deadline),
    };
  },
});
