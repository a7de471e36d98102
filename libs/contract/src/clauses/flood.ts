import type { Peer } from '../peer.ts';
import type { Subject } from '../subject.ts';
import { pause } from './support.ts';

/** 1 MB of lines. */
export const block = Buffer.from(`${'x'.repeat(999)}\n`.repeat(1_000));

/** Sends so many blocks and reads every reply, so that the server has taken the memory that it takes once and for all. */
export async function warmUp(subject: Subject, blocks: number): Promise<void> {
  const peer = await subject.connect();
  peer.read(() => undefined);
  for (let sent = 0; sent < blocks; sent++) await peer.send(block);
  peer.end();
  await peer.untilClosed();
}

/** The most that `flood()` sends, in blocks; with blocks of 1 MB far beyond what the buffers of both kernels hold. */
export const floodBlocks = 120;

/**
 * Blocks enough to fill the buffers of both kernels, 6 MB on each side and 4 MB of each sender (tcp(7), tcp_rmem and
 * tcp_wmem), where it does not matter whether the server then stops reading or keeps what waits.
 */
export const enoughToBeStuck = 32;

/** So many looks, ms apart, at which nothing was taken tell of full buffers. */
const looks = 50;
const apart = 30;

/**
 * Sends blocks until none is taken any more: then every buffer on the way is full. Only time tells that, there is no event
 * for it; it is counted in turns of this event loop, so that a machine on which they are rare waits the longer. The block
 * that got stuck was sent, too.
 *
 * @returns how many were taken
 */
export async function flood(peer: Peer, next: () => string | Uint8Array, most = floodBlocks): Promise<number> {
  let taken = 0;
  while (taken < most && peer.ending === 'open') {
    const before = taken;
    void peer.send(next()).then(() => taken++);
    for (let look = 0; look < looks && taken === before; look++) await pause(apart);
    if (taken === before) return taken;
  }
  return taken;
}

/** Blocks of 1 MB for `flood()` in which no line is like another, and the lines that were given out. */
export function numberedLines(): { readonly lines: readonly string[]; readonly next: () => string } {
  const lines: string[] = [];
  const next = (): string => {
    const from = lines.length;
    for (let index = from; index < from + 1_000; index++) lines.push(`${index} ${'x'.repeat(1_000)}\n`);
    return lines.slice(from).join('');
  };
  return { lines, next };
}
