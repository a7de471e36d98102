import { join, relative } from 'node:path';

const path = join(import.meta.dirname, '../work/by-message.ts');

/** The flags of a server whose messages say for themselves what they cost; see `work/by-message.ts`. */
export function workByMessage(): readonly string[] {
  // Relative, so that the command in a record means the same elsewhere.
  return ['--framing', 'line', '--work', `module:${relative(process.cwd(), path)}`];
}
