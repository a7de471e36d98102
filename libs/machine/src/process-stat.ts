import { readIfThere } from './read-if-there.ts';

/** A process as /proc/PID/stat has it (proc_pid_stat(5)). Times are clock ticks. */
export interface ProcessStat {
  readonly pid: number;
  readonly parent: number;
  readonly session: number;
  /** Its own, and that of its children that have ended and been waited for. */
  readonly user: number;
  readonly system: number;
  /** Since boot. With the pid it tells a process from a later one of the same number. */
  readonly started: number;
}

/** undefined where there is no such process any more, or no /proc. */
export function processStat(pid: number): ProcessStat | undefined {
  const fields = fieldsOf(pid);
  if (fields === undefined || hasEnded(fields)) return undefined;
  const field = (number: number): number => Number(fields[number - 3]);
  return {
    pid,
    parent: field(4),
    session: field(6),
    user: field(14) + field(16),
    system: field(15) + field(17),
    started: field(22),
  };
}

/** Whether a process has ended, and nobody has waited for it yet: its parent may not have been told. Never where there is no /proc. */
export function isZombie(pid: number): boolean {
  const fields = fieldsOf(pid);
  return fields !== undefined && hasEnded(fields);
}

function fieldsOf(pid: number): readonly string[] | undefined {
  const text = readIfThere(`/proc/${pid}/stat`);
  // The name, in parentheses, may hold spaces and parentheses; the fields behind it are counted from the third.
  return text?.slice(text.lastIndexOf(')') + 2).split(' ');
}

function hasEnded([state]: readonly string[]): boolean {
  return state === 'Z' || state === 'X';
}
