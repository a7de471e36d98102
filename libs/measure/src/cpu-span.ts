import { readdirSync, readFileSync } from 'node:fs';
import { cpuTimeOf, processesOf } from '#machine';

export interface SpentCpu {
  /** µs. */
  readonly user: number;
  readonly system: number;
  /** How much of it the busiest thread took, 0 to 1; NaN where nothing was spent. */
  readonly busiest: number;
  /** How often a thread came to a CPU. */
  readonly switches: number;
}

/** How far the ticks may be above the ns by rounding alone, µs: two ticks of 10 ms a process. */
const rounding = 20_000;

/** How much of the ticks the ns are at least, unless a thread has come and gone unseen: a tick is only a sample. */
const mostOf = 0.75;

/**
 * The CPU time that a session of processes spends from here to `end`.
 *
 * The scheduler counts it in ns by thread (/proc/PID/task/TID/schedstat, sched-stats.rst of the kernel's documentation), and
 * forgets threads that have ended; /proc/PID/stat counts those, too, in ticks of 10 ms. So the ns are taken unless the ticks
 * show that much of it was spent by threads that are gone.
 */
export class CpuSpan {
  readonly #leader: number;
  readonly #comings: boolean;
  readonly #threads: Threads;
  readonly #ticks: { readonly user: number; readonly system: number };

  /** @param comings whether connections come and go meanwhile, each of which may have had a thread of its own */
  constructor(leader: number, comings = false) {
    this.#leader = leader;
    this.#comings = comings;
    this.#ticks = cpuTimeOf(leader);
    this.#threads = threadsOf(leader);
  }

  end(): SpentCpu {
    const threads = threadsOf(this.#leader);
    const ticks = cpuTimeOf(this.#leader);
    let sum = 0;
    let most = 0;
    let switches = 0;
    for (const [id, { time, runs }] of threads) {
      const before = this.#threads.get(id);
      const spent = time - (before?.time ?? 0);
      sum += spent;
      most = Math.max(most, spent);
      switches += runs - (before?.runs ?? 0);
    }
    const user = ticks.user - this.#ticks.user;
    const system = ticks.system - this.#ticks.system;
    const total = user + system;
    const processes = new Set([...threads.keys()].map((id) => id.split('/')[0])).size;
    const few = this.#comings ? 0 : rounding * processes;
    const exact = sum > 0 && sum >= total * mostOf - few && [...this.#threads.keys()].every((id) => threads.has(id));
    // How the ticks divide it is all that there is to know of user and system.
    const share = total > 0 ? user / total : 0.5;
    return {
      ...(exact ? { user: sum * share, system: sum * (1 - share) } : { user, system }),
      busiest: most / sum,
      switches,
    };
  }
}

/** By process and thread: CPU time in µs, and how often it was given a CPU. */
type Threads = ReadonlyMap<string, { readonly time: number; readonly runs: number }>;

function threadsOf(leader: number): Threads {
  const threads = new Map<string, { time: number; runs: number }>();
  for (const { pid } of processesOf(leader)) {
    try {
      for (const thread of readdirSync(`/proc/${pid}/task`)) {
        const [time = 0, , runs = 0] = readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'latin1').split(' ').map(Number);
        threads.set(`${pid}/${thread}`, { time: time / 1_000, runs });
      }
    } catch {
      // It ended while we were reading, or the kernel keeps no such count.
    }
  }
  return threads;
}
