import { readFileSync } from 'node:fs';

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
  const read = (file: string): string => readFileSync(`/proc/${pid}/${file}`, 'latin1');
  const kB = (text: string, field: string): number => Number(new RegExp(`^${field}:\\s+(\\d+) kB$`, 'm').exec(text)?.[1] ?? NaN);
  return {
    addresses: kB(read('status'), 'VmSize') * 1_024,
    memory: kB(read('smaps_rollup'), 'Pss') * 1_024,
    maps: read('maps').split('\n').length - 1,
  };
}
