import { memoryToSpare, type ProcessMemory, roomOf, type ThreadLimit, threadLimits, tightest } from '#machine';
import { ExperimentError } from '../../running/experiment-error.ts';
import type { Grown, ThreadProbe } from './thread-probe.ts';

/** A process with so many waiting threads. */
export interface ClimbStep extends ProcessMemory {
  readonly threads: number;
}

/**
 * Why it went no further: it had as many as were asked for; the machine refused more; more would have used up a limit
 * that others need too; they took as much memory as they may; or as much time.
 */
export type Halt = 'enough' | 'refused' | 'limit' | 'memory' | 'time';

export interface Climb {
  /** From none on. */
  readonly steps: readonly ClimbStep[];
  readonly halt: Halt;
  /** What bounds it here, as it stood before. */
  readonly limits: readonly ThreadLimit[];
}

/** How much memory the threads may take, bytes; and how much of a shared limit is left to others. */
const mostBytes = 4e9;
const leftToOthers = 1_000;

/**
 * Has a process start more and more threads.
 *
 * @param counts how many, ascending
 * @param within ms; a step that was begun is finished
 */
export async function climbThreads(
  probe: Pick<ThreadProbe, 'pid' | 'grow' | 'look'>,
  counts: readonly number[],
  within: number,
  limitsOf = threadLimits,
): Promise<Climb> {
  const began = performance.now();
  await probe.grow(0);
  const steps: ClimbStep[] = [{ threads: 0, ...probe.look() }];
  const before = limitsOf(probe.pid, 1);
  const most = roomOf(tightest(before.filter(({ shared }) => shared)) ?? boundless) - leftToOthers;
  const done = (halt: Halt): Climb => ({ steps, halt, limits: measured(before, steps) });
  for (const count of counts) {
    if (performance.now() - began > within) return done('time');
    const wanted = Math.min(count, most);
    const last = steps.at(-1) as ClimbStep;
    if (wanted <= last.threads) return done('limit');
    const grown = await grow(probe, wanted);
    if (grown === undefined) return done('refused');
    const step = { threads: grown.threads, ...probe.look() };
    if (step.threads > last.threads) steps.push(step);
    if (grown.refused !== null) return done('refused');
    if (memoryToSpare() < 0 || step.memory > mostBytes) return done('memory');
  }
  return done('enough');
}

const boundless: ThreadLimit = { name: '', value: Infinity, inUse: 0, perThread: 1, shared: true };

/** Undefined where the process did not survive it, which is a refusal too. */
async function grow(probe: Pick<ThreadProbe, 'grow'>, wanted: number): Promise<Grown | undefined> {
  try {
    return await probe.grow(wanted);
  } catch (error) {
    if (error instanceof ExperimentError) return undefined;
    throw error;
  }
}

/** With as many areas of the address space a thread as the last step took. */
function measured(limits: readonly ThreadLimit[], steps: readonly ClimbStep[]): readonly ThreadLimit[] {
  const [last, former] = [steps.at(-1), steps.at(-2)];
  if (last === undefined || former === undefined) return limits;
  // No more exact than it is shown: whoever works the room out from the table has to come to the same.
  const perThread = Number(((last.maps - former.maps) / (last.threads - former.threads)).toPrecision(3));
  return limits.map((limit) => (limit.shared ? limit : { ...limit, perThread }));
}
