import { allProcesses } from './all-processes.ts';
import { readIfThere } from './read-if-there.ts';

/**
 * Whether a process is a shell that waits for none: the command that it ran has ended, so that it is about to end, too, or to
 * run another. Never where there is no /proc.
 */
export function isIdleShell(pid: number): boolean {
  return readIfThere(`/proc/${pid}/comm`) === 'sh\n' && allProcesses().every(({ parent }) => parent !== pid);
}
