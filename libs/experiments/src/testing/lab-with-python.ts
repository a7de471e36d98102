import { approaches } from '#approaches';
import type { Python } from '#machine';
import { Lab } from '../running/lab.ts';
import { pythonServers } from '../running/python-servers.ts';

/** A lab of the quick size with these servers, approaches and those in Python, and with a Python. */
export function labWithPython(python: Python | undefined, ...names: readonly string[]): Lab {
  return new Lab({
    approaches: approaches().filter(({ name }) => names.includes(name)),
    inPython: Object.values(pythonServers).filter(({ name }) => names.includes(name)),
    size: 'quick',
    python,
    signal: new AbortController().signal,
  });
}
