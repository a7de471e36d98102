import { readdirSync } from 'node:fs';
import { type ProcessStat, processStat } from './process-stat.ts';

/** Every process of the machine that runs now; none where there is no /proc. */
export function allProcesses(): readonly ProcessStat[] {
  let names: readonly string[];
  try {
    names = readdirSync('/proc');
  } catch {
    return [];
  }
  return names.filter((name) => /^\d+$/.test(name)).flatMap((name) => processStat(Number(name)) ?? []);
}
