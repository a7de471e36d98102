import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { readIfThere } from './read-if-there.ts';

/** Something of Linux that bounds how many threads there can be. */
export interface ThreadLimit {
  /** As the system calls it. */
  readonly name: string;
  readonly value: number;
  readonly inUse: number;
  /** How much of it a thread takes. */
  readonly perThread: number;
  /** Whether others need it too, who must not find it used up. */
  readonly shared: boolean;
}

/** Where the limits are read. */
export interface ProcFiles {
  /** Undefined for a file that is not there. */
  readonly read: (path: string) => string | undefined;
  readonly list: (path: string) => readonly string[];
}

/** How many more threads a limit leaves room for. */
export function roomOf({ value, inUse, perThread }: ThreadLimit): number {
  return Math.max(0, Math.floor((value - inUse) / perThread));
}

/** The limit that leaves the least room; undefined of none. */
export function tightest(limits: readonly ThreadLimit[]): ThreadLimit | undefined {
  return limits.toSorted((a, b) => roomOf(a) - roomOf(b))[0];
}

/**
 * What bounds the threads of a process of ours now: the kernel's own (proc_sys_kernel(5)), the user's (RLIMIT_NPROC,
 * getrlimit(2), by which a privileged process is not bound), the control group's (pids.max), and the areas of its address
 * space (proc_sys_vm(5)).
 *
 * @param mapsPerThread how many areas a thread takes
 */
export function threadLimits(pid: number, mapsPerThread: number, files: ProcFiles = proc): readonly ThreadLimit[] {
  const number = (path: string): number => parseInt(files.read(path) ?? '', 10);
  // Of the whole machine: the fourth field is `running/all` (proc_loadavg(5)).
  const tasks = Number(files.read('/proc/loadavg')?.split(/[ /]/)[4] ?? NaN);
  const maps = (files.read(`/proc/${pid}/maps`) ?? '').split('\n').length - 1;
  const each = { perThread: 1, shared: true };
  const limits: ThreadLimit[] = [
    { name: 'kernel.threads-max', value: number('/proc/sys/kernel/threads-max'), inUse: tasks, ...each },
    { name: 'kernel.pid_max', value: number('/proc/sys/kernel/pid_max'), inUse: tasks, ...each },
    { name: 'ulimit -u', ...userLimit(pid, files), ...each },
    { name: 'pids.max', ...groupLimit(files), ...each },
    { name: 'vm.max_map_count', value: number('/proc/sys/vm/max_map_count'), inUse: maps, perThread: mapsPerThread, shared: false },
  ];
  // Without a limit the value is NaN: unlimited, not there, or it doesn't bind us.
  return limits.filter(({ value, inUse }) => !Number.isNaN(value - inUse));
}

type Bound = Pick<ThreadLimit, 'value' | 'inUse'>;

const none: Bound = { value: NaN, inUse: NaN };

function userLimit(pid: number, { read, list }: ProcFiles): Bound {
  const [, soft] = /^Max processes +(\d+)/m.exec(read(`/proc/${pid}/limits`) ?? '') ?? [];
  const user = userOf(read(`/proc/${pid}/status`));
  if (soft === undefined || user === undefined || user.privileged) return none;
  const inUse = list('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => userOf(read(`/proc/${name}/status`)))
    .reduce((sum, other) => sum + (other?.uid === user.uid ? other.threads : 0), 0);
  return { value: Number(soft), inUse };
}

/** CAP_SYS_ADMIN and CAP_SYS_RESOURCE (capabilities(7)). */
const boundless = (1n << 21n) | (1n << 24n);

function userOf(status: string | undefined): { uid: string; threads: number; privileged: boolean } | undefined {
  const field = (name: string): string | undefined => new RegExp(`^${name}:\\s+(\\w+)`, 'm').exec(status ?? '')?.[1];
  const uid = field('Uid');
  if (uid === undefined) return undefined;
  const privileged = uid === '0' || (BigInt(`0x${field('CapEff') ?? '0'}`) & boundless) !== 0n;
  return { uid, threads: Number(field('Threads')), privileged };
}

/** The one with the least room, of our control group and those above it (cgroups(7), both versions). */
function groupLimit({ read }: ProcFiles): Bound {
  const groups = (read('/proc/self/cgroup') ?? '').split('\n').flatMap((line) => {
    const [, controllers, path] = /^\d+:([^:]*):(\/.*)$/.exec(line) ?? [];
    if (path === undefined) return [];
    if (controllers === '') return [`/sys/fs/cgroup${path}`, `/sys/fs/cgroup/unified${path}`];
    return controllers?.split(',').includes('pids') === true ? [`/sys/fs/cgroup/pids${path}`] : [];
  });
  const bounds: Bound[] = [];
  for (const group of groups) {
    for (let folder = group; folder.startsWith('/sys/fs/cgroup'); folder = dirname(folder)) {
      const bound = { value: parseInt(read(`${folder}/pids.max`) ?? '', 10), inUse: parseInt(read(`${folder}/pids.current`) ?? '', 10) };
      if (!Number.isNaN(bound.value - bound.inUse)) bounds.push(bound);
    }
  }
  return bounds.sort((a, b) => a.value - a.inUse - (b.value - b.inUse))[0] ?? none;
}

const proc: ProcFiles = { read: readIfThere, list: readdirSync };
