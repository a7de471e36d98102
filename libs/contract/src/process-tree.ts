import { existsSync, readdirSync } from 'node:fs';
import { NotTried } from './not-tried.ts';
import { textOfFile } from './text-of-file.ts';

export interface ProcessStat {
  readonly pid: number;
  readonly name: string;
  readonly state: string;
  readonly parent: number;
  readonly session: number;
  /** Clock ticks since boot. */
  readonly started: number;
}

/**
 * The living processes of a session, its leader first where it lives, then by age. A server is started as the leader of a session
 * of its own, so that its orphans are found, too (proc(5), /proc/PID/stat). None where there is no /proc.
 */
export function processesOf(session: number): readonly ProcessStat[] {
  const living = list('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .map((entry) => statOf(entry))
    .filter((stat) => stat !== undefined)
    .filter((stat) => stat.session === session && !hasEnded(stat));
  return inOrder(living);
}

/** Whether a process of ours has ended, as the kernel knows before it tells us. Never where there is no /proc. */
export function isZombie(pid: number): boolean {
  const stat = statOf(String(pid));
  return stat !== undefined && hasEnded(stat);
}

function hasEnded(stat: ProcessStat | undefined): boolean {
  return stat === undefined || stat.state === 'Z' || stat.state === 'X';
}

/**
 * Whether a process is a shell that waits for none: the command that it ran has ended, so that it is about to end, too, or to
 * run another. Never where the kernel names no children (proc_tid_children(5), CONFIG_PROC_CHILDREN); it may leave one out
 * while another ends: so whoever asks asks again.
 */
export function isIdleShell(pid: number): boolean {
  const children = `/proc/${pid}/task/${pid}/children`;
  if (!existsSync(children) || statOf(String(pid))?.name !== 'sh') return false;
  return textOfFile(children).split(' ').filter(Boolean).every((child) => hasEnded(statOf(child)));
}

/** Not by their ids, which begin again from low ones when they run out (proc(5), pid_max): a child may have a lower one. */
export function inOrder(session: readonly ProcessStat[]): readonly ProcessStat[] {
  const isLeader = (one: ProcessStat): number => Number(one.pid === one.session);
  return session.toSorted((a, b) => isLeader(b) - isLeader(a) || a.started - b.started || a.pid - b.pid);
}

function statOf(pid: string): ProcessStat | undefined {
  const text = textOfFile(`/proc/${pid}/stat`);
  // The name stands in parentheses and may itself contain some.
  const [, name = '', rest = ''] = /\((.*)\) (.*)$/s.exec(text) ?? [];
  const [state, parent, , session, ...others] = rest.split(' ');
  if (state === undefined) return undefined;
  return { pid: Number(pid), name, state, parent: Number(parent), session: Number(session), started: Number(others[15]) };
}

/**
 * Memory of the processes, bytes: their own, and the fair share of what they share with each other. The program itself is
 * left out: its share grows whenever anybody else who runs the same one ends (proc(5), smaps_rollup).
 */
export function memoryOf(pids: readonly number[]): number {
  const kilobytes = pids.map((pid) => {
    const rollup = textOfFile(`/proc/${pid}/smaps_rollup`);
    const [, figure = '0'] = /^Pss_Anon:\s+(\d+) kB/m.exec(rollup) ?? /^Pss:\s+(\d+) kB/m.exec(rollup) ?? [];
    return Number(figure);
  });
  const total = kilobytes.reduce((sum, one) => sum + one, 0) * 1_024;
  if (total === 0) throw new NotTried('it reads memory from /proc/PID/smaps_rollup, which cannot be read here');
  return total;
}

/** Open file descriptors of the processes. */
export function descriptorsOf(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + list(`/proc/${pid}/fd`).length, 0);
}

/** Threads of the processes. */
export function threadsOf(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + list(`/proc/${pid}/task`).length, 0);
}

/** Writes of the processes since they began: write(2) and writev(2), on files and sockets alike (proc(5), io). */
export function writesOf(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + Number(/^syscw: (\d+)/m.exec(textOfFile(`/proc/${pid}/io`))?.[1] ?? 0), 0);
}

function list(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
