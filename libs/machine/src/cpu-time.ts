import { execFileSync } from 'node:child_process';
import { processesOf } from './processes-of.ts';

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
  return { user: user * tickInMicroseconds(), system: system * tickInMicroseconds() };
}

let tick: number | undefined;

/** The kernel's clock tick, in which it counts CPU time, µs. Asked for once, by a program: not before somebody wants it. */
export function tickInMicroseconds(): number {
  return (tick ??= 1_000_000 / ticksPerSecond());
}

function ticksPerSecond(): number {
  try {
    return Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'latin1' })) || 100;
  } catch {
    return 100;
  }
}
