import { readFileSync } from 'node:fs';

/**
 * The numbers of the CPUs that this process may use (Cpus_allowed_list, proc_pid_status(5)), which an affinity or a cpuset
 * may have made any of the machine's; undefined where the system doesn't tell.
 */
export function allowedCpus(): readonly number[] | undefined {
  try {
    const [, list] = /^Cpus_allowed_list:\s+(\S+)$/m.exec(readFileSync('/proc/self/status', 'latin1')) ?? [];
    return list === undefined ? undefined : parseCpuList(list);
  } catch {
    return undefined;
  }
}

/** Reads a list such as `0-2,5` (cpuset(7), List format). */
export function parseCpuList(list: string): readonly number[] {
  return list.split(',').flatMap((range) => {
    const [first = NaN, last = first] = range.split('-').map(Number);
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });
}
