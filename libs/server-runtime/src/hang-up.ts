import type { Socket } from 'node:net';
import { afterPolling } from './after-polling.ts';

/** How long a peer may take, ms, before what it does no longer counts (protocol.md, Framing). */
const lingerMs = 1_000;

/**
 * Between one read of what is thrown away and the next, ms. A peer that goes on sending would cost a core and, since
 * every read is a new buffer, tens of megabytes until they are collected; so it is read slowly, and its own sends wait.
 */
const pauseMs = 20;

/**
 * Sends what is written and then our FIN; reads and throws away what still comes, for at most 1 s after the FIN, and
 * destroys. Closing a socket that has unread input resets it, and a reset destroys replies on their way (RFC 1122,
 * 4.2.2.13); reading on for ever would let the peer hold us.
 *
 * @param patient whether the peer may take as long as it likes over the replies before the FIN. One that broke a rule
 *   has 1 s at a time to take something.
 */
export function hangUp(socket: Socket, { patient }: { patient: boolean }): void {
  socket.end();
  // Nothing is left to be thrown away: it closes with our FIN, whenever the peer has taken what stands before it.
  if (patient && socket.readableEnded) return;
  socket.on('data', () => socket.pause());
  socket.resume();
  const reads = setInterval(() => socket.resume(), pauseMs);
  let before = untaken(socket);
  const judge = (): void => {
    const left = untaken(socket);
    if (!patient && !socket.writableFinished && left >= before) socket.destroy();
    before = left;
  };
  const clock = setInterval(afterPolling(judge), lingerMs);
  let lingering: NodeJS.Timeout | undefined;
  socket
    .once('finish', () => {
      clearInterval(clock);
      lingering = setTimeout(
        afterPolling(() => socket.destroy()),
        lingerMs,
      );
    })
    .once('close', () => {
      clearInterval(clock);
      clearTimeout(lingering);
      clearInterval(reads);
    });
}

/**
 * How many bytes the kernel has yet to take. The stream counts a write only when all of it is taken, and one of several
 * hundred kilobytes may take a slow peer seconds; libuv counts as it goes (`uv_stream_get_write_queue_size`), as Node's
 * own `socket.setTimeout()` does, but what that counts is activity of either side.
 */
function untaken(socket: Socket): number {
  const { _handle: handle } = socket as Socket & { readonly _handle?: { readonly writeQueueSize?: number } | null };
  return socket.writableLength + (handle?.writeQueueSize ?? 0);
}
