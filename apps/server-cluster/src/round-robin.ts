import type { Server, Socket } from 'node:net';
import { Admission, handleOf, type ServerContext, seatLimit, Seats, type SocketHandle, type Worker, type Workers } from '#server-runtime';

/** A worker process that takes connections. */
export interface TakingProcess extends Worker {
  /** Resolves when it has the connection; false where it ended before it did. */
  take(handle: SocketHandle): Promise<boolean>;
}

/**
 * Has the primary accept, and gives each connection to the next worker in turn.
 *
 * Node's own way, SCHED_RR, is the same but for what can go wrong: it accepts whatever comes, closes without a word whom
 * the primary has no descriptors for, never recovers from it, and leaves a client hanging whose worker dies on the way.
 */
export function acceptInTurn(listener: Server, workers: Workers<TakingProcess>, { log, options, fail }: ServerContext): void {
  // Each connection has a descriptor of the primary until a worker has it.
  const underWay = Seats.for(seatLimit({ lang: options.lang, maxConnections: undefined }));
  const admission = new Admission(log, underWay);
  let turn = 0;
  const handOver = async (socket: Socket): Promise<void> => {
    for (;;) {
      await workers.someReady(); // Where all died at once, clients wait until one is replaced.
      const ready = workers.ready();
      if (await ready[turn++ % ready.length]?.worker.take(handleOf(socket))) break;
    }
    socket.destroy(); // Ours alone: the worker's descriptor is another.
    underWay.release();
  };
  listener.on('connection', (socket) => {
    if (admission.admit(socket) !== undefined) handOver(socket).catch(fail);
  });
}
