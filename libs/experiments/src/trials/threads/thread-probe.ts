import { processMemory, type ProcessMemory } from '#machine';
import type { Lab } from '../../running/lab.ts';
import { LineProcess } from './line-process.ts';

/** What computing took, in ms. */
export interface Spin {
  readonly wall: number;
  /** CPU time of the whole process. */
  readonly cpu: number;
  /** How long its computing threads were on a core or ready for one, all together; null where the kernel doesn't tell. */
  readonly asked: number | null;
}

export interface Grown {
  /** How many wait now. */
  readonly threads: number;
  /** What said no to more. */
  readonly refused: string | null;
}

/** A process of its own that starts threads as it is told. */
export class ThreadProbe implements AsyncDisposable {
  readonly #process: LineProcess;

  /** @param script of `probes`, which the program runs */
  constructor({ signal }: Lab, program: string, script: 'threads.py' | 'threads-node.ts') {
    this.#process = new LineProcess(script, [program, `${import.meta.dirname}/probes/${script}`], signal);
  }

  get pid(): number {
    return this.#process.pid;
  }

  /** @throws ExperimentError where the process did not survive it */
  async grow(threads: number): Promise<Grown> {
    return JSON.parse(await this.#process.ask(`grow ${threads}`)) as Grown;
  }

  /** Computes the same amount in each of so many threads at once. */
  async spin(threads: number, rounds: number): Promise<Spin> {
    return JSON.parse(await this.#process.ask(`spin ${threads} ${rounds}`)) as Spin;
  }

  look(): ProcessMemory {
    return processMemory(this.#process.pid);
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#process[Symbol.asyncDispose]();
  }
}
