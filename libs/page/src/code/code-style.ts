import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** How `codeBlock()` looks, and all that is in it but the colours of tokens. */
export function codeStyle(): string {
  return readFileSync(join(import.meta.dirname, 'code.css'), 'utf8');
}
