import { runProgram } from './run-program.ts';

/** A Python 3 of this machine. */
export interface Python {
  readonly path: string;
  /** Such as `3.11.7`. */
  readonly version: string;
}

/** The machine's `python3`; undefined where there is none. */
export async function findPython(): Promise<Python | undefined> {
  const script = 'import sys, platform; print(sys.executable); print(platform.python_version())';
  const { exit, stdout } = await runProgram(['python3', '-c', script]);
  const [path, version] = exit.code === 0 ? stdout.split('\n') : [];
  return path === undefined || version === undefined ? undefined : { path, version };
}
