import { memoryOf } from '../process-tree.ts';
import type { Server } from '../server.ts';

/**
 * When memory tells of a leak. Node's heap grows at first, and then rises and falls by some 15 MB as it is collected: its
 * level was seen after 120,000 connections, on a bare reference server as on server-async. From there on the least memory
 * of each 100,000 connections stays within 5 MB, while a leak of 100 bytes raises it by 10 MB each time.
 */
export const levelled = 150_000;
export const spanLength = 100_000;
export const spans = 4;

/** What a leak of 100 bytes for each connection adds from the first span to the last, bytes. */
export const leakOf100Bytes = 100 * spanLength * (spans - 1);

const atATime = 64;
const betweenLooks = 2_000;

/** Clients that connect, are answered and leave, some at a time; every tenth resets. */
export async function comeAndGo(server: Server, connections: number): Promise<void> {
  let begun = 0;
  const client = async (): Promise<void> => {
    while (begun < connections) {
      const resets = begun++ % 10 === 0;
      const peer = await server.connect();
      await peer.exchange('hello');
      if (resets) peer.reset();
      else {
        peer.end();
        await peer.expectFin();
      }
      peer.destroy();
    }
  };
  await Promise.all(Array.from({ length: atATime }, client));
}

/** The least memory, bytes, that was seen while so many came and went: what was left after a collection. */
export async function leastMemoryWhile(server: Server, connections: number): Promise<number> {
  let least = Infinity;
  for (let done = 0; done < connections; done += betweenLooks) {
    await comeAndGo(server, betweenLooks);
    least = Math.min(least, memoryOf(server.pids));
  }
  return least;
}
