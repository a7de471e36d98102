import { randomUUID } from 'node:crypto';
import { allProcesses } from './all-processes.ts';
import type { ProcessStat } from './process-stat.ts';
import { readIfThere } from './read-if-there.ts';

const name = 'STARTED_FROM_ECHO_LAB';

/**
 * A variable in the environment of a program by which all are known that came of it: also a daemon, which began a session
 * of its own and whose parent has ended.
 */
export class Mark {
  readonly #value = randomUUID();

  get variable(): NodeJS.ProcessEnv {
    return { [name]: this.#value };
  }

  /** Those that bear it, as far as this user may look (proc_pid_environ(5)). */
  get bearers(): readonly ProcessStat[] {
    const mark = `${name}=${this.#value}`;
    return allProcesses().filter(({ pid }) => readIfThere(`/proc/${pid}/environ`)?.includes(mark));
  }
}
