import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { MeasureError } from './measure-error.ts';
import type { ServerSpec } from './server-spec.ts';

const apps = join(import.meta.dirname, '../../../apps');

/**
 * An approach of this workspace, by the name of its app.
 *
 * @param flags more flags for it
 * @throws MeasureError where there is no such app
 */
export function ownServer(name: string, flags: readonly string[] = []): ServerSpec {
  const main = join(apps, name, 'src/main.ts');
  const known = readdirSync(apps).filter((app) => app.startsWith('server-'));
  if (!known.includes(name) || !existsSync(main)) {
    throw new MeasureError({ code: 'unknown-server', server: name, known });
  }
  return {
    name,
    command: [process.execPath, main, '--port', '0', '--framing', 'line', '--log-level', 'warn', ...flags],
    ready: 'line',
    overlapping: name !== 'server-serial',
  };
}
