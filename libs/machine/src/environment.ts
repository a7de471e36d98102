import { arch, availableParallelism, cpus, release, totalmem, type } from 'node:os';
import type { Python } from './python.ts';
import { runProgram } from './run-program.ts';

/** What this machine is and on which sources it runs; how busy others keep it is measured apart. */
export interface MachineEnvironment {
  readonly commit?: Commit;
  readonly node: string;
  readonly kernel: string;
  readonly architecture: string;
  readonly cpu: string;
  readonly cores: number;
  readonly memoryBytes: number;
  readonly python?: string;
}

export interface Commit {
  readonly hash: string;
  /** Whether the sources were changed since. */
  readonly dirty: boolean;
}

export async function readEnvironment(python: Python | undefined): Promise<MachineEnvironment> {
  const commit = await readCommit();
  return {
    ...(commit !== undefined && { commit }),
    node: process.versions.node,
    kernel: `${type()} ${release()}`,
    architecture: arch(),
    cpu: cpus()[0]?.model.trim() ?? '',
    cores: availableParallelism(),
    memoryBytes: totalmem(),
    ...(python !== undefined && { python: python.version }),
  };
}

/** The commit of the sources; undefined without git, or in a copy that git doesn't know. */
export async function readCommit(): Promise<Commit | undefined> {
  const [hash, changes] = await Promise.all([git('rev-parse', 'HEAD'), git('status', '--porcelain')]);
  return hash === undefined || changes === undefined ? undefined : { hash, dirty: changes !== '' };
}

async function git(...args: readonly string[]): Promise<string | undefined> {
  const { exit, stdout } = await runProgram(['git', ...args], { cwd: import.meta.dirname });
  return exit.code === 0 ? stdout : undefined;
}
