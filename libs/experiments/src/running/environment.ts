import { arch, availableParallelism, cpus, release, totalmem, type } from 'node:os';
import { workspaceRoot } from '#approaches';
import { runProgram } from '#machine';
import type { Environment } from '#record';
import type { Python } from '../processes/python.ts';

/** What this machine is and on which sources it runs; how busy others keep it is measured apart. */
export async function readEnvironment(python: Python | undefined): Promise<Omit<Environment, 'busy'>> {
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
export async function readCommit(): Promise<Environment['commit']> {
  const [hash, changes] = await Promise.all([git('rev-parse', 'HEAD'), git('status', '--porcelain')]);
  return hash === undefined || changes === undefined ? undefined : { hash, dirty: changes !== '' };
}

async function git(...args: readonly string[]): Promise<string | undefined> {
  const { exit, stdout } = await runProgram(['git', ...args], { cwd: workspaceRoot });
  return exit.code === 0 ? stdout : undefined;
}
