import type { Socket } from 'node:net';
import { Worker as Thread } from 'node:worker_threads';
import {
  Admission,
  attach,
  type ConcurrencyModel,
  detach,
  findPort,
  hangTimeoutFlag,
  listen,
  oneOf,
  type ServerContext,
  type Worker,
  type WorkerEvents,
  workerFile,
  Workers,
  workersFlag,
} from '#server-runtime';
import type { Newcomer, ThreadSettings, ToThread } from './worker.ts';

const flags = {
  workers: workersFlag,
  hangTimeout: hangTimeoutFlag,
  accept: {
    ...oneOf(['hand-over', 'reuse-port']),
    placeholder: 'hand-over|reuse-port',
    default: 'hand-over',
    help: {
      en: 'who accepts: the main thread, which hands each socket over, or every thread for itself',
      'pt-BR': 'quem aceita: a thread principal, que entrega cada socket, ou cada thread por si',
    },
  },
} as const;

/** Whose seat a connection has before a thread is chosen for it. */
const nobody = 0;

/**
 * A thread may fill this much of its heap, MB, before it ends alone. Without it each may fill what Node grants a whole
 * process, and a few of them together what the machine has.
 */
const heapMb = 256;

/** What lives for one read is collected from this much, MB: three times what server-cluster gives each of its spaces. */
const youngMb = 12;

/**
 * A thread a core. The main thread accepts and hands each connection over, unread, to the thread with the fewest connections:
 *
 *     main thread ── accepts ──┬── handle ──> thread 1: serves on its own event loop
 *                              └── handle ──> thread 2: serves on its own event loop
 *
 * With `--accept reuse-port` each thread has a listener of its own on the same port, and the kernel spreads connections.
 */
export const model: ConcurrencyModel<typeof flags> = {
  name: 'server-threads',
  serves: 'overlapping',
  workers: 'threads',
  flags,
  threads: ({ workers }) => workers,

  async start(context) {
    const { options, seats } = context;
    const port = await findPort(options); // Says that it is in use before there is a thread.
    const threads = await Workers.start(context, {
      count: options.workers,
      hangTimeout: options.hangTimeout,
      fork: (id, events) => startThread({ id, options: { ...options, port }, seats: seats.shared }, events),
      onGone: (id) => {
        seats.releaseAll(id);
      },
      isLeaving: (id) => seats.isLeaving(id),
    });
    const listener = options.accept === 'hand-over' ? await listen({ ...options, port }, context.log) : undefined;
    const admission = new Admission(context.log, seats);
    return {
      port,
      serve: () => {
        threads.serve();
        listener?.on('connection', (socket) => void handOver(socket, admission, threads, context));
      },
      drain: (deadline) => {
        listener?.close();
        return threads.drain(deadline);
      },
    };
  },
};

/** The connection leaves this thread for good: the thread that gets it closes it, and gives its seat back. */
async function handOver(
  socket: Socket,
  admission: Admission,
  threads: Workers<ServingThread>,
  { log, seats }: ServerContext,
): Promise<void> {
  const about = admission.admit(socket, nobody);
  if (about === undefined) return;
  const acceptedAt = performance.timeOrigin + performance.now();
  log.emit({ event: 'accepted', ...about });
  let ready = threads.ready();
  // Where all died at once, clients wait until one is replaced.
  if (ready.length === 0) log.emit({ event: 'waiting', ahead: seats.heldBy(nobody) - 1, ...about });
  while (ready.length === 0) {
    await threads.someReady();
    ready = threads.ready();
  }
  const idlest = ready.reduce((a, b) => (seats.heldBy(b.id) < seats.heldBy(a.id) ? b : a));
  seats.move(nobody, idlest.id);
  log.emit({ event: 'handed-over', to: idlest.id, ...about });
  idlest.worker.take({ handle: detach(socket), about, acceptedAt });
}

interface ServingThread extends Worker {
  take(newcomer: Newcomer): void;
}

function startThread(settings: ThreadSettings, { onMessage, onExit }: WorkerEvents): ServingThread {
  const thread = new Thread(workerFile(import.meta.filename), {
    workerData: settings,
    resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: youngMb },
    // Node would pipe them before it starts the thread, and leave the pipes of each that cannot be started.
    stdout: true,
    stderr: true,
  });
  thread.stdout.on('data', (text: Buffer) => process.stdout.write(text));
  thread.stderr.on('data', (text: Buffer) => process.stderr.write(text));
  const newcomers: Newcomer[] = [];
  let error: Error | undefined;
  thread.on('message', onMessage);
  thread.on('error', (cause: Error) => (error = cause));
  thread.on('exit', (code) => {
    // A thread that is gone takes no message: those that it was to get are to see that they were let go of.
    for (const { handle } of newcomers.splice(0)) attach(handle).destroy();
    onExit(error?.message ?? `exit(${code})`);
  });
  const handOverAll = (): void => {
    if (newcomers.length === 0) return;
    const message: ToThread = { say: 'take', newcomers: newcomers.splice(0) };
    thread.postMessage(message, message.newcomers.map(({ handle }) => handle));
  };
  return {
    send: (message) => {
      handOverAll();
      thread.postMessage(message);
    },
    take: (newcomer) => {
      // Those that the listener accepts in one turn go over together: a message costs what the hand-over itself does.
      if (newcomers.push(newcomer) === 1) setImmediate(handOverAll);
    },
    kill: () => void thread.terminate(),
  };
}
