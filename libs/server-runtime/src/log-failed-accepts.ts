import type { Server } from 'node:net';
import type { Log } from '#logging';
import { codeOf } from './server-error.ts';

/** Between one line and the next, ms. Where accepting fails, it may fail in every turn of the loop. */
const quietMs = 1_000;

/**
 * Says and counts accepts that failed: that client is gone, the listener is not. Node tells of those that the system
 * refuses (ENOMEM, EPERM …; accept(2)), not of a client that left the queue (ECONNABORTED), and not of one that it accepts
 * without a descriptor to keep it, which is closed at once: there are to be seats for fewer.
 */
export function logFailedAccepts(listener: Server, log: Log): void {
  let failed = 0;
  let saidAt = -Infinity;
  listener.on('error', (error) => {
    failed++;
    const now = performance.now();
    if (now - saidAt < quietMs) return;
    saidAt = now;
    log.emit({ event: 'accept-failed', code: codeOf(error), failed });
  });
}
