import { readdirSync, readFileSync } from 'node:fs';
import { processTree } from '#measure';

/** Threads of a process and its descendants, as the kernel counts them (proc_pid_status(5)). */
export function threadsOf(root: number): number {
  return sumOver(root, (pid) => Number(/^Threads:\s+(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1] ?? 0));
}

/** Open descriptors of a process and its descendants (proc_pid_fd(5)). */
export function descriptorsOf(root: number): number {
  return sumOver(root, (pid) => readdirSync(`/proc/${pid}/fd`).length);
}

function sumOver(root: number, count: (pid: number) => number): number {
  return processTree(root).reduce((sum, { pid }) => {
    try {
      return sum + count(pid);
    } catch {
      return sum; // It ended while we were reading.
    }
  }, 0);
}

/** How many descriptors this process, and each that it starts, may have open (getrlimit(2), RLIMIT_NOFILE). */
export function descriptorLimit(): number {
  const [, limit] = /^Max open files\s+(\d+|unlimited)/m.exec(readFileSync('/proc/self/limits', 'latin1')) ?? [];
  return limit === 'unlimited' ? Infinity : Number(limit);
}
