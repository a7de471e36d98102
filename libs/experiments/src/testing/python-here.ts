import { spawnSync } from 'node:child_process';
import { test } from '@jest/globals';
import { long, whyLong } from '#long-test';
import type { Python } from '#machine';

/** The machine's python3, found while tests are named; undefined where there is none. */
export const pythonHere: Python | undefined = find();

/** A test that needs it, skipped with that reason where it is missing. */
export function testWithPython(name: string, run: (python: Python) => Promise<void>): void {
  const python = pythonHere;
  if (python === undefined) test.skip(`${name} (there is no python3)`, () => undefined);
  else test(name, () => run(python));
}

/** One of several of a kind, of which others are always tried. */
export function longTestWithPython(name: string, run: (python: Python) => Promise<void>): void {
  if (long) testWithPython(name, run);
  else test.skip(`${name}${whyLong('others of the kind are tried already')}`, () => undefined);
}

/** The same of one that needs what Linux tells of processes, too. */
export function longTestWithPythonOnLinux(name: string, run: (python: Python) => Promise<void>): void {
  if (long) testWithPythonOnLinux(name, run);
  else longTestWithPython(name, run);
}

/** One that needs what Linux tells of processes, too. */
export function testWithPythonOnLinux(name: string, run: (python: Python) => Promise<void>): void {
  if (process.platform === 'linux') testWithPython(name, run);
  else test.skip(`${name} (there is no /proc)`, () => undefined);
}

function find(): Python | undefined {
  const script = 'import sys, platform; print(sys.executable); print(platform.python_version())';
  const { status, stdout } = spawnSync('python3', ['-c', script], { encoding: 'utf8' });
  const [path = '', version = ''] = status === 0 ? stdout.trim().split('\n') : [];
  return version === '' ? undefined : { path, version };
}
