import { processesOf, processMemory, tickInMicroseconds } from '#machine';
import type { Usage } from '../story/entry.ts';

/** CPU and memory of each process of a server, from one look to the next. Says nothing where there is no /proc. */
export class UsageMeter {
  #before = new Map<number, number>();
  #at = performance.now();

  /** @param leader the server's first process */
  look(leader: number): readonly Usage[] {
    const seconds = (performance.now() - this.#at) / 1_000;
    this.#at += seconds * 1_000;
    const ticks = new Map<number, number>();
    const all = processesOf(leader);
    // What one has used that ended is counted with who waited for it, the leader (proc_pid_stat(5), cutime): it was told already.
    const told = [...this.#before].filter(([pid]) => all.every((one) => one.pid !== pid)).reduce((sum, [, used]) => sum + used, 0);
    const usage = all.flatMap(({ pid, user, system }): readonly Usage[] => {
      ticks.set(pid, user + system);
      const before = this.#before.get(pid) ?? user + system;
      const used = user + system - before - (pid === leader ? told : 0);
      return [{ pid, cpu: (Math.max(used, 0) * tickInMicroseconds()) / 1e6 / seconds, memory: memoryOf(pid) }];
    });
    this.#before = ticks;
    return usage.filter(({ memory }) => memory > 0);
  }
}

function memoryOf(pid: number): number {
  try {
    return processMemory(pid).memory;
  } catch {
    return 0; // It ended while we were reading.
  }
}
