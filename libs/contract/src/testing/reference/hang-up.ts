import type { Socket } from 'node:net';
import { broken } from './quirks.ts';

/** FIN, then read and throw away for at most 1 s, then destroy. */
export function hangUp(socket: Socket): void {
  if (socket.destroyed) return; // Its 'close' may have been: nothing would stop the clock.
  socket.end();
  socket.removeAllListeners('data');
  const hoard: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => {
    if (broken('hoards')) hoard.push(chunk);
  });
  socket.resume();
  if (broken('reads-for-ever') || broken('hoards')) return;
  let taken = socket.bytesWritten - socket.writableLength;
  const clock = setInterval(() => {
    const now = socket.bytesWritten - socket.writableLength;
    if (socket.writableFinished || now === taken) socket.destroy();
    taken = now;
  }, 1_000);
  socket.once('close', () => {
    clearInterval(clock);
  });
}
