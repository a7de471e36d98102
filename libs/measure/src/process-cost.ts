import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { processesOf } from '#machine';

/** CPU time in µs, as fine as the kernel's clock tick: 10 ms on nearly every Linux. */
export interface CpuTime {
  readonly user: number;
  readonly system: number;
}

/** The CPU time that a session of processes has used, those that have ended included. */
export function cpuTimeOf(leader: number): CpuTime {
  let user = 0;
  let system = 0;
  for (const stat of processesOf(leader)) {
    user += stat.user;
    system += stat.system;
  }
  return { user: user * tickInMicroseconds, system: system * tickInMicroseconds };
}

/**
 * The memory of a session of processes, in bytes: PSS, which shares out a page among the processes that have it,
 * so that the sum counts it once (proc_pid_smaps_rollup(5)).
 */
export function pssOf(leader: number): number {
  let bytes = 0;
  for (const { pid } of processesOf(leader)) {
    try {
      const [, kB] = /^Pss:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'latin1')) ?? [];
      bytes += Number(kB ?? 0) * 1_024;
    } catch {
      // It ended while we were reading: it has no memory any more.
    }
  }
  return bytes;
}

const tickInMicroseconds = 1_000_000 / ticksPerSecond();

function ticksPerSecond(): number {
  try {
    return Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'latin1' })) || 100;
  } catch {
    return 100;
  }
}
