import { once } from 'node:events';
import { Socket } from 'node:net';
import { worksOnOwnConnection } from './undocumented.ts';

/** Where every connection of this process or thread reads into, one read after another. As much as Node reads at once. */
const shared = Buffer.allocUnsafeSlow(64 * 1024);

/** What Node keeps of a socket besides the stream: the kernel's side of it, and where it reads into and who is told. */
interface Internals {
  readonly _handle: { readonly useUserBuffer?: (buffer: Buffer) => void } | null;
  [slot: symbol]: unknown;
}

/** Node's own names for the last two. */
const slots = new Map(Object.getOwnPropertySymbols(new Socket()).map((slot) => [slot.description, slot]));
const [bufferSlot, callbackSlot] = [slots.get('kBuffer'), slots.get('kBufferCb')];

/**
 * Has a connection read into one buffer that all share, instead of a fresh one for each read: no allocation, no
 * collection, and nothing of the stream's machinery between the kernel and us. Node offers that as `onread`, but only to
 * sockets that connect, and makes those that were accepted itself; so they are told afterwards what `onread` would have
 * told them. `canReadIntoBuffer()` tells whether it works. (A new socket around the handle would take an option that is
 * not documented either, and every connection would cost two sockets: 0.8 kB more of each that is idle.)
 *
 * @param socket unread; paused, and so it stays
 * @param onRead is told how many bytes were read, and where: they are good until the microtasks that it starts have run,
 *   then the next read overwrites them. Node runs them before it reads on.
 */
export function readIntoBuffer(socket: Socket, onRead: (length: number, buffer: Buffer) => void): void {
  const internals = socket as unknown as Internals;
  if (bufferSlot === undefined || callbackSlot === undefined) return;
  internals[bufferSlot] = shared;
  internals[callbackSlot] = onRead;
  internals._handle?.useUserBuffer?.(shared); // A socket that is closed already has none.
  socket.pause(); // The kernel's side, too, from here on.
}

/** Tries it once: a Node that does otherwise reads the usual way. */
export function canReadIntoBuffer(): Promise<boolean> {
  return worksOnOwnConnection(async (accepted, sent) => {
    let came = '';
    readIntoBuffer(accepted, (length, buffer) => (came += buffer.toString('latin1', 0, length)));
    accepted.resume();
    await once(accepted, 'end');
    accepted.destroy();
    return came === sent;
  });
}
