import { connect } from 'node:net';
import type { Address } from '#measure';
import { BoundedReplies } from './bounded-replies.ts';

/** How long an exchange may stand still before it is given up, ms. */
const patience = 10_000;

/**
 * Connects, hands each text to the kernel with a write of its own, sends FIN, and reads until the server's FIN: so the end is
 * an event, and no silence has to be waited for.
 *
 * @param writes sent one right after another, without waiting for replies
 * @returns all that came
 * @throws Error where the connection failed or was reset, or nothing moved for 10 s; ExperimentError where more came than can be
 *   replies
 */
export function rawExchange({ host, port }: Address, writes: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const replies = new BoundedReplies(Buffer.byteLength(writes.join('')));
    const socket = connect({ host, port, noDelay: true, allowHalfOpen: true });
    socket.setTimeout(patience, () => {
      socket.destroy(new Error(`nothing came for ${patience / 1_000} s`));
    });
    socket.once('error', reject);
    socket.on('data', (chunk: Buffer) => {
      const tooMuch = replies.add(chunk);
      if (tooMuch) socket.destroy(tooMuch);
    });
    socket.once('end', () => {
      resolve(replies.text);
      socket.destroy();
    });
    socket.once('connect', () => {
      for (const text of writes) socket.write(text);
      socket.end();
    });
  });
}
