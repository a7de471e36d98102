import cluster from 'node:cluster';
import type { Socket } from 'node:net';
import {
  commonFlags,
  type ConcurrencyModel,
  findPort,
  type FromWorker,
  hangTimeoutFlag,
  listen,
  oneOf,
  type WorkerEvents,
  workerFile,
  Workers,
  workersFlag,
} from '#server-runtime';
import { acceptInTurn, type TakingProcess } from './round-robin.ts';
import type { Take, Taken } from './worker.ts';

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
      'pt-BR': 'quem distribui as conexões entre os workers: o núcleo (none), ou o primário em rodízio (rr)',
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
 * With `--scheduling rr` the primary accepts, and hands over: `round-robin.ts`.
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
    const settings = JSON.stringify({ ...options, port });
    const workers = await Workers.start(context, {
      count: options.workers,
      hangTimeout: options.hangTimeout,
      fork: (id, events) => forkProcess(id, settings, events),
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

function forkProcess(id: number, settings: string, { onMessage, onExit, onNotStarted }: WorkerEvents): TakingProcess {
  cluster.setupPrimary({
    exec: workerFile(import.meta.filename),
    args: [String(id), settings],
    execArgv: [`--max-semi-space-size=${semiSpaceMb}`],
  });
  const worker = cluster.fork();
  const underWay: ((taken: boolean) => void)[] = [];
  worker.on('message', (message: FromWorker | Taken) => {
    if (message.say === 'taken') underWay.shift()?.(true);
    else onMessage(message);
  });
  worker.on('exit', (code, signal: string | null) => {
    onExit(signal ?? `exit(${code})`);
    for (const tell of underWay.splice(0)) tell(false);
  });
  worker.on('error', (error) => {
    // With a process, this is a message that came too late for it.
    if (worker.process.pid === undefined) onNotStarted(error);
  });
  return {
    pid: worker.process.pid,
    send: (message) => {
      if (worker.isConnected()) worker.send(message);
    },
    kill: () => void worker.process.kill('SIGKILL'),
    take: (handle) =>
      new Promise((resolve) => {
        if (!worker.isConnected()) return void setImmediate(resolve, false);
        underWay.push(resolve);
        const take: Take = { say: 'take' };
        worker.send(take, handle as Socket); // Typed for sockets alone; Node's own cluster sends handles, too.
      }),
  };
}
