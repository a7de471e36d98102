import { setTimeout } from 'node:timers/promises';
import { cpuTimeOf } from './cpu-time.ts';
import { readIfThere } from './read-if-there.ts';

/** How many µs a tick of /proc/stat lasts on nearly every Linux (proc_stat(5), USER_HZ). */
const tick = 10_000;

/**
 * How much of the machine others use just now, 0 to 1 of all its cores: all CPU time spent, that of virtual machines
 * beside this one included, less that of this process and its descendants.
 *
 * @param window for how long it is watched, ms; the kernel counts in ticks of 10 ms on each core
 * @returns undefined where the system does not tell: only Linux does
 */
export async function busyElsewhere(window: number, signal?: AbortSignal): Promise<number | undefined> {
  const before = look();
  if (before === undefined) return undefined;
  await setTimeout(window, undefined, { signal });
  const after = look();
  if (after === undefined) return undefined;
  const share = (after.spent - before.spent - (after.own - before.own)) / (after.passed - before.passed);
  return Math.min(1, Math.max(0, share));
}

interface Look {
  /** µs of all cores: whatever was done in them, and idleness left out; and ours. */
  readonly passed: number;
  readonly spent: number;
  readonly own: number;
}

function look(): Look | undefined {
  const [line] = readIfThere('/proc/stat')?.split('\n') ?? [];
  if (line === undefined) return undefined;
  // user, nice, system, idle, iowait, irq, softirq, steal; what guests used is in user already.
  const ticks = line.split(/ +/).slice(1, 9).map(Number);
  const passed = ticks.reduce((sum, one) => sum + one, 0);
  const idle = (ticks[3] ?? 0) + (ticks[4] ?? 0);
  const own = cpuTimeOf(process.pid);
  return { passed: passed * tick, spent: (passed - idle) * tick, own: own.user + own.system };
}
