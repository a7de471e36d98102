import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { unreadBytes } from '#machine';
import type { Address } from '#measure';
import { BoundedReplies } from '../../clients/bounded-replies.ts';

/** How long to wait for the server's FIN, ms. */
const patience = 10_000;

/** How long the server gets to read where nobody can see whether it has, ms. */
const unseen = 300;

/**
 * Sends pieces, each when the server has read the one before, so that no read brings two of them; then sends FIN and reads
 * until the server's FIN, or a reset.
 *
 * @returns all that came
 * @throws Error where it cannot connect; ExperimentError where more came than can be replies
 */
export async function sendApart({ host, port }: Address, pieces: readonly Uint8Array[]): Promise<string> {
  const socket = connect({ host, port, noDelay: true, allowHalfOpen: true });
  const over = new AbortController();
  const replies = new BoundedReplies(pieces.reduce((sum, { length }) => sum + length, 0));
  let tooMuch: Error | undefined;
  try {
    await once(socket, 'connect');
    const end = (): void => {
      over.abort();
    };
    socket.on('data', (chunk: Buffer) => {
      tooMuch ??= replies.add(chunk);
      if (tooMuch) socket.destroy(tooMuch);
    });
    socket.on('error', end).once('end', end).once('close', end);
    for (const [index, piece] of pieces.entries()) {
      if (index > 0) await whenRead(port, socket.localPort ?? 0, over.signal);
      socket.write(piece);
    }
    socket.end();
    await passed(patience, over.signal);
    if (tooMuch) throw tooMuch;
    return replies.text;
  } finally {
    socket.destroy();
  }
}

/** Resolves when the server has read all that it was sent, or when the connection is over. */
async function whenRead(serverPort: number, clientPort: number, over: AbortSignal): Promise<void> {
  // The kernel's table holds what was closed within a minute, too, and after much load a look at it takes 0.1 s.
  let unread = unreadBytes(serverPort, clientPort);
  if (unread === undefined) await passed(unseen, over);
  while (!over.aborted && (unread ?? 0) > 0) {
    await passed(5, over);
    unread = unreadBytes(serverPort, clientPort);
  }
}

/** Resolves when so many ms have passed, or when it is over. */
async function passed(ms: number, over: AbortSignal): Promise<void> {
  await pause(ms, undefined, { signal: over }).catch(() => undefined);
}
