import { readFileSync } from 'node:fs';

/** The command line of a process, its arguments parted by NUL (proc_pid_cmdline(5)); empty where it has ended. */
export function commandLineOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'latin1');
  } catch {
    return ''; // It may end between being listed and being read.
  }
}
