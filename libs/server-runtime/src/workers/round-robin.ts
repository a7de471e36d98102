import { createServer, type Server, type Socket } from 'node:net';
import { Admission } from '../admission.ts';
import type { ServerContext } from '../context.ts';
import { seatLimit } from '../seat-limit.ts';
import { Seats } from '../seats.ts';
import { attach, handleOf, type SocketHandle } from './socket-handle.ts';
import type { ProcessWorker } from './process-worker.ts';
import type { Take, Taken, ToWorker } from './worker-messages.ts';
import type { Supervisor } from './supervisor.ts';

/**
 * Has the primary accept, and gives each connection to the next worker in turn.
 *
 * Node's own way, SCHED_RR, is the same but for what can go wrong: it accepts whatever comes, closes without a word whom
 * the primary has no descriptors for, never recovers from it, and leaves a client hanging whose worker dies on the way.
 */
export function acceptInTurn(listener: Server, workers: Supervisor<ProcessWorker>, context: ServerContext): void {
  // Each connection has a descriptor of the primary until a worker has it.
  const underWay = Seats.for(seatLimit({ ...context.options, maxConnections: undefined }));
  const admission = new Admission({ ...context, seats: underWay });
  let turn = 0;
  const handOver = async (socket: Socket): Promise<void> => {
    for (;;) {
      const available = await workers.available();
      if (await available[turn++ % available.length]?.worker.take(handleOf(socket))) break;
    }
    socket.destroy(); // Ours alone: the worker's descriptor is another.
    underWay.release();
  };
  listener.on('connection', (socket) => {
    if (admission.admit(socket) !== undefined) handOver(socket).catch(context.fail);
  });
}

/** The worker's side: what the primary hands over, as a listener that is never bound. */
export function handedOver(): Server {
  const listener = createServer();
  const tell = (say: Taken['say']): void => void process.send?.({ say });
  let leaving = false;
  listener.once('close', () => {
    leaving = true;
    tell('leaving');
  });
  process.on('message', (message: ToWorker | Take, handle: SocketHandle) => {
    if (message.say !== 'take') return;
    const socket = attach(handle);
    if (leaving) return void socket.destroy(); // The primary has it still, and knows.
    tell('taken');
    listener.emit('connection', socket);
  });
  return listener;
}
