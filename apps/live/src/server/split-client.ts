import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Address } from '#measure';
import type { Tell } from './staged-client.ts';

/** How long a part may be the last word before the client leaves, ms. */
const silence = 150;

/**
 * Sends one message in parts, each in a segment of its own, and tells what comes back as it comes: whether that is one reply or
 * several is the server's doing.
 *
 * @param pause between the parts, ms: long enough for the server to have read the one before
 * @param onAddress as of a `StagedClient`
 */
export async function splitClient(address: Address, parts: readonly string[], pause: number, tell: Tell, onAddress: (address: string) => void): Promise<void> {
  const socket = connect({ ...address, noDelay: true });
  let outcome = 'ended';
  socket.on('error', (error: NodeJS.ErrnoException) => (outcome = error.code ?? error.message));
  const closed = once(socket, 'close').then(() => {
    tell({ kind: 'closed', outcome });
  });
  socket.once('connect', () => {
    onAddress(`${socket.localAddress ?? ''}:${socket.localPort ?? ''}`);
    tell({ kind: 'connected' });
  });
  socket.on('data', (chunk: Buffer) => {
    tell({ kind: 'got', text: chunk.toString() });
  });
  await Promise.race([closed, once(socket, 'connect').catch(() => undefined)]);
  for (const part of parts) {
    if (socket.destroyed) break;
    tell({ kind: 'sent', ask: 'none', part });
    socket.write(part);
    await sleep(pause);
  }
  await sleep(silence);
  if (!socket.destroyed) {
    tell({ kind: 'leaves' });
    outcome = 'left';
    socket.end();
  }
  await closed;
}
