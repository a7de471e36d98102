import type { Part } from './words.ts';

/** The part of a `Peer` that is needed here. */
interface Receiver {
  readonly pending: Buffer;
  take(length: number): void;
  until(condition: () => boolean, expected: Part): Promise<void>;
  failure(expected: Part): Error;
}

const prefix = Buffer.from('Echo: ');
const nothing = Buffer.alloc(0);

/**
 * Awaits replies that carry just these bytes, wherever the far side cut them into messages, and takes them; fails at the
 * first byte that is neither theirs nor part of a prefix. The bytes must not hold `Echo: `, nor end as it begins.
 */
export async function expectCarried(peer: Receiver, bytes: Buffer, expected: Part): Promise<void> {
  let read = 0;
  let carried = 0;
  await peer.until(() => {
    const came = peer.pending;
    while (read < came.length) {
      const next = came[read] === prefix[0] ? came.subarray(read, read + prefix.length) : nothing;
      if (next.equals(prefix)) read += prefix.length;
      else if (next.length > 0 && next.length < prefix.length && next.equals(prefix.subarray(0, next.length))) return false;
      else if (read > 0 && came[read] === bytes[carried]) {
        read++;
        carried++;
      } else return true;
    }
    return carried === bytes.length;
  }, expected);
  if (carried < bytes.length || read < peer.pending.length) throw peer.failure(expected);
  peer.take(read);
}
