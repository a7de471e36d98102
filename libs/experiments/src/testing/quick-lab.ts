import { approaches } from '#approaches';
import { Lab } from '../running/lab.ts';

/** A lab for tests: the quick size, and only the servers that are named. */
export function quickLab(...names: readonly string[]): Lab {
  return new Lab({
    approaches: approaches().filter(({ name }) => names.includes(name)),
    size: 'quick',
    python: undefined,
    signal: new AbortController().signal,
  });
}
