import type { Peer } from '../peer.ts';
import { pause } from './support.ts';

/** The most that `flood()` sends, in blocks; with blocks of 1 MB far beyond what the buffers of both kernels hold. */
export const floodBlocks = 120;

/**
 * Sends blocks until one is not taken for a second: then every buffer on the way is full. Only time tells that, there is
 * no event for it. The block that got stuck was sent, too.
 *
 * @returns how many were taken
 */
export async function flood(peer: Peer, next: () => string | Uint8Array): Promise<number> {
  let taken = 0;
  while (taken < floodBlocks && peer.ending === 'open') {
    const sent = peer.send(next()).then(() => true);
    const stuck = pause(1_000).then(() => false);
    if (!(await Promise.race([sent, stuck]))) return taken;
    taken++;
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
