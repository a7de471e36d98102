import type { Distribution } from './distribution.ts';

/** How often a timer is set, ms: whatever keeps the loop for that long is seen, what keeps it shorter as often as it is there. */
const everyMs = 100;

/**
 * Adds up how late the event loop comes to a timer, seconds. `monitorEventLoopDelay()` of Node would wake it fifty times as
 * a second, and its figures include its own period.
 */
export function watchLoopDelay(delays: Distribution): void {
  let before = performance.now();
  setInterval(() => {
    const now = performance.now();
    delays.add(Math.max(0, now - before - everyMs) / 1_000); // A timer may come up to 1 ms early.
    before = now;
  }, everyMs).unref();
}
