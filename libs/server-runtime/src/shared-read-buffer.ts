import { once } from 'node:events';
import { connect, createServer, Socket } from 'node:net';

/** Where every connection of this process or thread reads into, one read after another. As much as Node reads at once. */
const shared = Buffer.allocUnsafeSlow(64 * 1024);

/** What Node keeps of an accepted connection besides the stream: the kernel's side of it. */
interface WithHandle {
  _handle: { readonly useUserBuffer?: unknown } | null;
}

/**
 * Has a connection read into one buffer that all share, instead of a fresh one for each read: no allocation, no
 * collection, and nothing of the stream's machinery between the kernel and us. Node offers that as `onread`, but only to
 * sockets that connect; an accepted one gets there by a new `net.Socket` around its handle, an option that Node itself
 * uses and does not document. `canReadIntoBuffer()` tells whether it works.
 *
 * @param accepted unread; it is destroyed, though its connection is not, and must not be used again
 * @param onRead is given a view of the buffer, good until the microtasks that it starts have run: then the next read
 *   overwrites it. Node runs them before it reads on.
 */
export function readIntoBuffer(accepted: Socket, onRead: (chunk: Buffer) => void): Socket {
  const holder = accepted as unknown as WithHandle;
  const handle = holder._handle;
  if (handle === null) return accepted; // Closed already: there is nothing to be read.
  holder._handle = null;
  accepted.destroy(); // Its listener counts it as gone; the connection is in the handle.
  const options = {
    handle,
    allowHalfOpen: true,
    pauseOnCreate: true,
    onread: {
      buffer: shared,
      callback(length: number): boolean {
        onRead(shared.subarray(0, length));
        return true;
      },
    },
  };
  return new Socket(options as object);
}

/** Tries it once, on a connection of this process to itself: a Node that does otherwise reads the usual way. */
export async function canReadIntoBuffer(): Promise<boolean> {
  const listener = createServer({ pauseOnConnect: true, allowHalfOpen: true });
  try {
    listener.listen({ host: '127.0.0.1', port: 0, exclusive: true });
    await once(listener, 'listening');
    const address = listener.address() as { readonly port: number };
    const far = connect(address.port, '127.0.0.1');
    far.on('error', () => undefined).end('abc');
    const [accepted] = (await once(listener, 'connection')) as [Socket];
    if ((accepted as unknown as WithHandle)._handle?.useUserBuffer === undefined) return false;
    let came = '';
    const near = readIntoBuffer(accepted, (chunk) => (came += chunk.toString()));
    near.resume();
    await once(near, 'end');
    near.destroy();
    return came === 'abc';
  } catch {
    return false;
  } finally {
    listener.close();
  }
}
