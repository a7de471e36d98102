import type { Worker as Process } from 'node:cluster';
import type { Socket } from 'node:net';
import type { SocketHandle } from './socket-handle.ts';
import type { Worker, WorkerEvents } from './worker.ts';
import type { FromWorker, Take, Taken } from './worker-messages.ts';

/** A worker process, which takes connections where the primary accepts. */
export interface ProcessWorker extends Worker {
  /** Resolves when it has the connection; false where it ended before it did. */
  take(handle: SocketHandle): Promise<boolean>;
}

/**
 * Tells what becomes of a worker process, and hands connections over to it.
 *
 * @param worker what `cluster.fork()` gave
 */
export function processWorker(worker: Process, { onMessage, onExit, onNotStarted }: WorkerEvents): ProcessWorker {
  const underWay: ((taken: boolean) => void)[] = [];
  let leaving = false;
  const leave = (): void => {
    leaving = true;
    for (const tell of underWay.splice(0)) tell(false);
  };
  worker.on('message', (message: FromWorker | Taken) => {
    if (message.say === 'taken') underWay.shift()?.(true);
    else if (message.say === 'leaving') leave();
    else onMessage(message);
  });
  worker.on('exit', (code, signal: string | null) => {
    onExit(signal ?? `exit(${code})`);
    leave();
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
    isLeaving: () => leaving,
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
