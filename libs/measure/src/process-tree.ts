import { readdirSync, readFileSync } from 'node:fs';

/** A process as /proc/PID/stat has it (proc_pid_stat(5)). Times are clock ticks. */
export interface ProcessStat {
  readonly pid: number;
  readonly parent: number;
  /** Its own, and that of its children that have ended and been waited for. */
  readonly user: number;
  readonly system: number;
  /** Since boot. With the pid it tells a process from a later one of the same number. */
  readonly started: number;
}

/** A process and its descendants, as they are now; empty when it has ended. */
export function processTree(root: number): readonly ProcessStat[] {
  const children = new Map<number, ProcessStat[]>();
  const tree: ProcessStat[] = [];
  for (const name of readdirSync('/proc')) {
    const stat = /^\d+$/.test(name) ? processStat(Number(name)) : undefined;
    if (stat === undefined) continue;
    if (stat.pid === root) tree.push(stat);
    const siblings = children.get(stat.parent);
    if (siblings === undefined) children.set(stat.parent, [stat]);
    else siblings.push(stat);
  }
  // The array grows while it is walked: each process brings its children.
  for (const { pid } of tree) tree.push(...(children.get(pid) ?? []));
  return tree;
}

/** undefined where there is no such process any more. */
export function processStat(pid: number): ProcessStat | undefined {
  let text: string;
  try {
    text = readFileSync(`/proc/${pid}/stat`, 'latin1');
  } catch {
    return undefined;
  }
  // The name, in parentheses, may hold spaces and parentheses; the fields behind it are counted from the third.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const field = (number: number): number => Number(fields[number - 3]);
  // A process that has ended and that nobody has waited for yet.
  if (fields[0] === 'Z') return undefined;
  return {
    pid,
    parent: field(4),
    user: field(14) + field(16),
    system: field(15) + field(17),
    started: field(22),
  };
}
