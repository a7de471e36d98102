import type { Socket } from 'node:net';
import { Worker as Thread } from 'node:worker_threads';
import { Admission, type ConcurrencyModel, findPort, listen, oneOf, type ServerContext } from '#server-runtime';
import { threadWorker, type ThreadWorker, transferMode, workerFile, Supervisor } from '#server-runtime';
import { hangTimeoutFlag, transferFlag, workersFlag } from '#server-runtime';
import type { ThreadSettings } from './worker.ts';

const flags = {
  workers: workersFlag,
  hangTimeout: hangTimeoutFlag,
  transfer: transferFlag,
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
 * MB. Without the first each may fill what Node grants a whole process, and a few of them together what the machine has.
 * What lives for one read is collected from the second.
 */
const resourceLimits = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 12 };

/**
 * A thread a core. The main thread accepts and hands each connection over, unread, to the thread with the fewest connections:
 *
 *     main thread ── accepts ──┬── socket ──> thread 1: serves on its own event loop
 *                              └── socket ──> thread 2: serves on its own event loop
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
    const handsOver = options.accept === 'hand-over';
    const transfer = handsOver ? await transferMode(options.transfer, options.lang) : 'socket';
    const threads = await Supervisor.start(context, {
      count: options.workers,
      hangTimeout: options.hangTimeout,
      fork: (id, events) => {
        const workerData: ThreadSettings = { id, options: { ...options, port }, seats: seats.shared };
        const settings = { workerData, resourceLimits, stdout: true, stderr: true };
        const thread = new Thread(workerFile(import.meta.filename), settings);
        return threadWorker(id, thread, transfer, context, events);
      },
      handsOver,
    });
    const listener = handsOver ? await listen({ ...options, port }, context.log) : undefined;
    const admission = new Admission(context);
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
  threads: Supervisor<ThreadWorker>,
  { log, seats }: ServerContext,
): Promise<void> {
  const about = admission.admit(socket, nobody);
  if (about === undefined) return;
  const acceptedAt = performance.timeOrigin + performance.now();
  log.emit({ event: 'accepted', ...about });
  const available = await threads.available(() => {
    log.emit({ event: 'waiting', ahead: seats.heldBy(nobody) - 1, ...about });
  });
  const idlest = available.reduce((a, b) => (seats.heldBy(b.id) < seats.heldBy(a.id) ? b : a));
  seats.move(nobody, idlest.id);
  log.emit({ event: 'handed-over', to: idlest.id, ...about });
  idlest.worker.postMessage({ socket, about, acceptedAt }, [socket]);
}
