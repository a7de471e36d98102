import { Socket } from 'node:net';
// A type alone: nothing of it is loaded.
// eslint-disable-next-line no-restricted-imports
import type { Transferable } from 'node:worker_threads';

/** The kernel's side of a socket, which can go to another thread, and with an IPC message to another process. */
export type SocketHandle = Transferable;

interface Internals {
  _handle: SocketHandle | null;
}

/** The handle of a socket that stays ours: it is sent to another process, which gets a descriptor of its own. */
export function handleOf(socket: Socket): SocketHandle {
  return (socket as unknown as Internals)._handle as SocketHandle;
}

/**
 * Takes its handle from a socket, which is of no use afterwards. Node can transfer a socket whole, but it deletes a mark of
 * its own from the one that arrives, and V8 then keeps all its properties in a hash table: 1.2 kB more for as long as the
 * connection lasts. So only the handle is transferred, as Node itself does inside when it transfers a socket.
 *
 * @param socket open and unread, as a listener gives it with `pauseOnConnect`
 */
export function detach(socket: Socket): SocketHandle {
  const handle = handleOf(socket);
  (socket as unknown as Internals)._handle = null; // Or destroying the socket would close it.
  socket.destroy();
  return handle;
}

/** A socket around a handle, as `net.Server` makes one of each connection that it accepts: paused, and half open at FIN. */
export function attach(handle: SocketHandle): Socket {
  const options: object = { handle, allowHalfOpen: true, pauseOnCreate: true }; // Those that are not documented are not typed.
  return new Socket(options);
}
