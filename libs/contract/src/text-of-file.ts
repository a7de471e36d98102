import { readFileSync } from 'node:fs';

/** What stands in a file of /proc; nothing where it cannot be read: a process may end meanwhile. */
export function textOfFile(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
