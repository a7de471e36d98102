import { readdirSync, readFileSync } from 'node:fs';
import { processesOf } from './processes-of.ts';

/** Threads of a session of processes, as the kernel counts them (proc_pid_status(5)). */
export function threadsOf(leader: number): number {
  return sumOver(leader, (pid) => Number(/^Threads:\s+(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1] ?? 0));
}

/** Open descriptors of a session of processes (proc_pid_fd(5)). */
export function descriptorsOf(leader: number): number {
  return sumOver(leader, (pid) => readdirSync(`/proc/${pid}/fd`).length);
}

function sumOver(leader: number, count: (pid: number) => number): number {
  return processesOf(leader).reduce((sum, { pid }) => {
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
