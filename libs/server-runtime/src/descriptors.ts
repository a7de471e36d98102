import { readdirSync, readFileSync } from 'node:fs';

/** Descriptors that are left for everything but connections: refusals that linger, a log reopened, a module loaded. */
const reserve = 32;

/** Connections that `--admin` takes at a time: somebody who scrapes, some probes, and a person. */
export const adminConnections = 16;

/** What a worker thread opens for itself, measured: its event loops' epoll instances, eventfds and pipes, its log, its listener. */
const perThread = 8;

/**
 * How many connections this process can hold without running out of descriptors: there Node closes what it accepts
 * without a word, and clients are to be told.
 *
 * @param threads worker threads that are still to be started
 * @returns 0 or less where there is room for none
 */
export function connectionsThatFit(threads: number): number {
  return descriptorLimit() - openDescriptors() - reserve - threads * perThread;
}

/** The soft limit, which Node raised to the hard one when it started (getrlimit(2), RLIMIT_NOFILE). */
export function descriptorLimit(): number {
  const [, soft] = /^Max open files\s+(\d+|unlimited)/m.exec(read(() => readFileSync('/proc/self/limits', 'utf8'))) ?? [];
  if (soft === undefined) return withoutProc.limit;
  return soft === 'unlimited' ? 10_000_000 : Number(soft);
}

function openDescriptors(): number {
  try {
    return readdirSync('/proc/self/fd').length;
  } catch {
    return withoutProc.open;
  }
}

function read(file: () => string): string {
  try {
    return file();
  } catch {
    return '';
  }
}

/** What to assume where there is no /proc: macOS's usual soft limit and more than a starting server has open. */
const withoutProc = { limit: 256, open: 64 };
