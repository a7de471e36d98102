import { readFileSync } from 'node:fs';
import { processesOf } from './processes-of.ts';

/** How much a process takes up. */
export interface ProcessMemory {
  /** Bytes of its address space (VmSize, proc_pid_status(5)): what is set aside, used or not. */
  readonly addresses: number;
  /** Bytes of memory: PSS (proc_pid_smaps_rollup(5)). */
  readonly memory: number;
  /** Areas of its address space, of which the kernel allows so many (proc_pid_maps(5), vm.max_map_count). */
  readonly maps: number;
}

/** @throws Error where there is no such process any more, or no /proc */
export function processMemory(pid: number): ProcessMemory {
  return {
    addresses: bytesIn(pid, 'status', 'VmSize'),
    memory: pss(pid),
    maps: readFileSync(`/proc/${pid}/maps`, 'latin1').split('\n').length - 1,
  };
}

/**
 * The memory of a session of processes, in bytes: PSS, which shares out a page among the processes that have it,
 * so that the sum counts it once (proc_pid_smaps_rollup(5)).
 */
export function pssOf(leader: number): number {
  let bytes = 0;
  for (const { pid } of processesOf(leader)) {
    try {
      bytes += pss(pid) || 0;
    } catch {
      // It ended while we were reading: it has no memory any more.
    }
  }
  return bytes;
}

function pss(pid: number): number {
  return bytesIn(pid, 'smaps_rollup', 'Pss');
}

function bytesIn(pid: number, file: string, field: string): number {
  const text = readFileSync(`/proc/${pid}/${file}`, 'latin1');
  return Number(new RegExp(`^${field}:\\s+(\\d+) kB$`, 'm').exec(text)?.[1] ?? NaN) * 1_024;
}
