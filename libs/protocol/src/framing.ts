import type { Batch } from './batch.ts';

export const framings = ['chunk', 'line'] as const;
export type FramingName = (typeof framings)[number];

/**
 * Makes messages of what one connection's reads deliver. It keeps what a message lacks until the next read, so each
 * connection has its own; after a batch with a fault it is not to be used again.
 */
export interface Framing {
  /** The messages that this read completes. */
  push(chunk: Buffer): Batch;
  /** What the peer's FIN completes. */
  end(): Batch;
}
