import cluster from 'node:cluster';
import { commonFlags, type ConcurrencyModel, findPort, listen, oneOf } from '#server-runtime';
import { acceptInTurn, hangTimeoutFlag, processWorker, workerFile, Supervisor, workersFlag } from '#server-runtime';

const flags = {
  maxConnections: {
    ...commonFlags.maxConnections,
    help: {
      en: 'open connections in each worker, waiting ones included, beyond which clients are refused; by default what the descriptor limit leaves',
      'pt-BR':
        'conexões abertas em cada worker, contando as que esperam, acima das quais clientes são recusados; por padrão, o que o limite de descritores permite',
    },
  },
  workers: workersFlag,
  hangTimeout: hangTimeoutFlag,
  scheduling: {
    ...oneOf(['none', 'rr']),
    placeholder: 'none|rr',
    default: 'none',
    help: {
      en: 'who spreads connections over the workers: the kernel (none), or the primary in turn (rr)',
      'pt-BR': 'quem distribui as conexões entre os workers: o kernel (none), ou o primário em rodízio (rr)',
    },
  },
} as const;

/**
 * What lives for one read is collected from a space of this size, MB. Left to itself it grows to 16 in each worker: that
 * kept 117 MB more after floods, against 43, and cost 1.1 times the CPU time a message at 16 in flight.
 */
const semiSpaceMb = 4;

/**
 * A process a core. The primary forks and keeps the workers, and serves nobody itself:
 *
 *     primary ── forks, watches ──┬── worker 1: accepts and serves on its own event loop
 *      finds the port first       └── worker 2: accepts and serves on its own event loop
 *
 * All workers accept from one listening socket; the kernel gives a connection to whichever asks first. The primary binds
 * it for the first worker that listens and lets go of it with the last: while all are replaced, clients are refused.
 * With `--scheduling rr` the primary accepts, and hands each connection to the next worker.
 */
export const model: ConcurrencyModel<typeof flags> = {
  name: 'server-cluster',
  serves: 'overlapping',
  workers: 'processes',
  flags,

  async start(context) {
    const { options } = context;
    const port = await findPort(options); // Says that it is in use once, before there is a worker to say it.
    cluster.schedulingPolicy = cluster.SCHED_NONE; // `rr` is ours.
    cluster.setupPrimary({
      exec: workerFile(import.meta.filename),
      execArgv: [`--max-semi-space-size=${semiSpaceMb}`],
    });
    const settings = JSON.stringify({ ...options, port });
    const workers = await Supervisor.start(context, {
      count: options.workers,
      hangTimeout: options.hangTimeout,
      fork: (id, events) => {
        cluster.setupPrimary({ args: [String(id), settings] });
        return processWorker(cluster.fork(), events);
      },
      handsOver: options.scheduling === 'rr',
    });
    const listener = options.scheduling === 'rr' ? await listen({ ...options, port }, context.log) : undefined;
    return {
      port,
      serve: () => {
        workers.serve();
        if (listener !== undefined) acceptInTurn(listener, workers, context);
      },
      drain: (deadline) => {
        listener?.close();
        return workers.drain(deadline);
      },
    };
  },
};
