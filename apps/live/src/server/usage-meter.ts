import { processesOf, processMemory } from '#machine';
import type { Usage } from '../story/entry.ts';

/** Ticks of CPU time in a second: 100 on nearly every Linux (USER_HZ). */
const ticksPerSecond = 100;

/** CPU and memory of each process of a server, from one look to the next. Says nothing where there is no /proc. */
export class UsageMeter {
  #before = new Map<number, number>();
  #at = performance.now();

  /** @param leader the server's first process */
  look(leader: number): readonly Usage[] {
    const seconds = (performance.now() - this.#at) / 1_000;
    this.#at += seconds * 1_000;
    const ticks = new Map<number, number>();
    const usage = processesOf(leader).flatMap(({ pid, user, system }): readonly Usage[] => {
      ticks.set(pid, user + system);
      const before = this.#before.get(pid) ?? user + system;
      return [{ pid, cpu: (user + system - before) / ticksPerSecond / seconds, memory: memoryOf(pid) }];
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
