import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** A Python 3 of this machine. */
export interface Python {
  readonly path: string;
  /** Such as `3.11.7`. */
  readonly version: string;
}

/** The machine's `python3`; undefined where there is none. */
export async function findPython(): Promise<Python | undefined> {
  try {
    const { stdout } = await promisify(execFile)('python3', ['-c', 'import sys, platform; print(sys.executable); print(platform.python_version())']);
    const [path, version] = stdout.trim().split('\n');
    return path === undefined || version === undefined ? undefined : { path, version };
  } catch {
    return undefined;
  }
}
