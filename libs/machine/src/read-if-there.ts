import { readFileSync } from 'node:fs';

/** A file of the kernel's, such as below /proc; undefined where it is not there, or no longer, or not ours to read. */
export function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return undefined;
  }
}
