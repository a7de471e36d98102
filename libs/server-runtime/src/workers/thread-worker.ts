import type { Socket } from 'node:net';
import type { Worker as Thread } from 'node:worker_threads';
import type { AboutConnection, Untold } from '#logging';
import type { ServerContext } from '../context.ts';
import { codeOf } from '../server-error.ts';
import { attach, detach, type SocketHandle, type TransferMode } from './socket-handle.ts';
import type { Worker, WorkerEvents } from './worker.ts';
import type { ToWorker } from './worker-messages.ts';

/** A connection on its way from the main thread to another. */
export interface Newcomer<Sent = Socket> {
  readonly socket: Sent;
  readonly about: AboutConnection;
  /** When the main thread accepted it, ms since the epoch: each thread's `performance.now()` begins with the thread. */
  readonly acceptedAt: number;
}

/** With it goes what the log has not told of it. */
type Sent = Newcomer<Socket | SocketHandle> & { readonly untold?: Untold | undefined };

/** What the main thread tells a thread: what every parent tells its workers, and the connections that it hands over. */
export type ToThread = ToWorker | { readonly say: 'take'; readonly newcomers: readonly Sent[] };

/** A thread that connections are handed over to. */
export interface ThreadWorker extends Worker {
  /** As Node's own: the socket, which must be unread, is the thread's from here on, and of no use in this one. */
  postMessage(newcomer: Newcomer, transferList: readonly [Socket]): void;
}

/**
 * Tells what becomes of a thread, and hands connections over to it. One that cannot be transferred is closed; what a thread
 * held that ended is free.
 *
 * @param id the worker that it is
 * @param thread created with `stdout: true, stderr: true`: Node would pipe them before it starts the thread, and leave the
 *   pipes of each that cannot be started
 */
export function threadWorker(
  id: number,
  thread: Thread,
  transfer: TransferMode,
  { log, seats }: ServerContext,
  { onMessage, onExit }: WorkerEvents,
): ThreadWorker {
  /** Those that were accepted in this turn of the event loop. */
  let newcomers: Newcomer[] = [];
  let error: Error | undefined;
  thread.stdout.on('data', (text: Buffer) => process.stdout.write(text));
  thread.stderr.on('data', (text: Buffer) => process.stderr.write(text));
  thread.on('message', onMessage);
  thread.on('error', (cause: Error) => (error = cause));
  thread.on('exit', (code) => {
    // A thread that is gone takes no message: those that it was to get are to see that they were let go of.
    for (const { socket } of newcomers) socket.destroy();
    newcomers = [];
    seats.releaseAll(id);
    onExit(error?.message ?? `exit(${code})`);
  });
  const send = (some: readonly Sent[]): void => {
    const message: ToThread = { say: 'take', newcomers: some };
    thread.postMessage(message, some.map(({ socket }) => socket));
  };
  const sendAlone = (newcomer: Sent): void => {
    try {
      send([newcomer]);
    } catch (cause) {
      log.emit({ event: 'not-handed-over', code: codeOf(cause), ...newcomer.about });
      attach(newcomer.socket).destroy();
      seats.release(id);
    }
  };
  const sendAll = (): void => {
    if (newcomers.length === 0) return;
    const all = newcomers.map((one) => ({
      ...one,
      socket: transfer === 'handle' ? detach(one.socket) : one.socket,
      untold: log.share(one.about.connection),
    }));
    newcomers = [];
    try {
      send(all);
    } catch {
      all.forEach(sendAlone); // One of them cannot be transferred, and none was.
    }
  };
  return {
    send: (message) => {
      sendAll();
      thread.postMessage(message);
    },
    postMessage: (newcomer) => {
      // Those that the listener accepts in one turn go over together: a message costs what the hand-over itself does.
      if (newcomers.push(newcomer) === 1) setImmediate(sendAll);
    },
    isLeaving: () => seats.isLeaving(id),
    isIdle: () => seats.heldBy(id) === 0,
    kill: () => void thread.terminate(),
  };
}
