import { allProcesses } from './all-processes.ts';
import type { ProcessStat } from './process-stat.ts';

/**
 * The processes of a session as they are now, itself first, and those that they started; empty where there is no /proc.
 * By session, so that those whose parent has ended are among them; by parent, too, for those that began a session of their own.
 *
 * @param leader the process that was started as the leader of a session; of another process, its descendants
 */
export function processesOf(leader: number): readonly ProcessStat[] {
  const all = allProcesses();
  const found = new Set(all.filter(({ pid }) => pid === leader));
  for (const one of all) if (one.session === leader) found.add(one);
  const children = Map.groupBy(all, ({ parent }) => parent);
  // The set grows while it is walked: each process brings its children.
  for (const { pid } of found) for (const child of children.get(pid) ?? []) found.add(child);
  return [...found];
}
