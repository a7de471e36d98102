import { execFile } from 'node:child_process';
import { arch, availableParallelism, cpus, release, totalmem, type } from 'node:os';
import { promisify } from 'node:util';
import { workspaceRoot } from '#approaches';
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
  try {
    const [hash, changes] = await Promise.all([git('rev-parse', 'HEAD'), git('status', '--porcelain')]);
    return { hash, dirty: changes !== '' };
  } catch {
    return undefined;
  }
}

async function git(...args: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)('git', [...args], { cwd: workspaceRoot });
  return stdout.trim();
}
