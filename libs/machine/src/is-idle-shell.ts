import { processStat } from './process-stat.ts';
import { readIfThere } from './read-if-there.ts';

/**
 * Whether a process is a shell that waits for none: the command that it ran has ended, so that it is about to end, too, or to
 * run another. Never where the kernel names no children (proc_tid_children(5), CONFIG_PROC_CHILDREN); it may leave one out
 * while another ends: so whoever asks asks again. A look at every process would take some ms, which would stand in the time
 * of a start.
 */
export function isIdleShell(pid: number): boolean {
  const children = readIfThere(`/proc/${pid}/task/${pid}/children`)?.split(' ').filter(Boolean).map(Number);
  return children?.every((child) => processStat(child) === undefined) === true && readIfThere(`/proc/${pid}/comm`) === 'sh\n';
}
