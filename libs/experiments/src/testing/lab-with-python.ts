import { approaches } from '#approaches';
import type { Python } from '#machine';
import { Lab } from '../running/lab.ts';

/** A lab of the quick size with these servers, and with a Python. */
export function labWithPython(python: Python | undefined, ...names: readonly string[]): Lab {
  return new Lab({
    approaches: approaches().filter(({ name }) => names.includes(name)),
    size: 'quick',
    python,
    signal: new AbortController().signal,
  });
}
