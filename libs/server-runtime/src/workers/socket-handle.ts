import { once } from 'node:events';
import { Socket } from 'node:net';
import type { Transferable } from 'node:worker_threads';
import type { Language } from '#command-line';
import { messages } from '../messages.ts';
import { choose, worksOnOwnConnection } from '../undocumented.ts';

/** What is transferred of a connection, the first of them where this Node can: see `--transfer`. */
export const transferModes = ['handle', 'socket'] as const;

export type TransferMode = (typeof transferModes)[number];

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

/**
 * What was sent, as `net.Server` gives a connection that it accepts: paused, and half open at FIN.
 *
 * @param sent a socket, or the handle of one
 */
export function attach(sent: SocketHandle | Socket): Socket {
  if (sent instanceof Socket) return sent.pause(); // That it was paused, a transferred socket has forgotten.
  const options: object = { handle: sent, allowHalfOpen: true, pauseOnCreate: true }; // Those that are not documented are not typed.
  return new Socket(options);
}

/** @throws ServerError where `handle` was asked for and does not work */
export function transferMode(asked: TransferMode | undefined, lang: Language): Promise<TransferMode> {
  return choose(asked, transferModes, canTransferHandle, messages[lang].noHandleTransfer);
}

/** Tries it once, through a channel to ourselves. */
export function canTransferHandle(): Promise<boolean> {
  return worksOnOwnConnection(async (accepted, sent) => {
    const { port1, port2 } = new MessageChannel();
    try {
      const handle = detach(accepted);
      // Not `onmessage`: for the event that it is given, Node would load fetch() and HTTP, too, and keep them.
      const arrived = once(port2, 'message');
      port1.postMessage(handle, [handle]);
      const [sentOn] = (await arrived) as [SocketHandle];
      const socket = attach(sentOn);
      let came = '';
      socket.setEncoding('latin1').on('data', (text: string) => (came += text)).resume();
      await once(socket, 'end');
      socket.destroy();
      return came === sent;
    } finally {
      port1.close();
    }
  });
}
