import { approaches, commandOf } from '#approaches';
import { MeasureError } from './measure-error.ts';
import type { ServerSpec } from './server-spec.ts';

/**
 * An approach of this workspace, by the name of its app.
 *
 * @param flags more flags for it
 * @throws MeasureError where there is no such app
 */
export function ownServer(name: string, flags: readonly string[] = []): ServerSpec {
  const all = approaches();
  const approach = all.find((one) => one.name === name);
  if (approach === undefined) {
    throw new MeasureError({ code: 'unknown-server', server: name, known: all.map((one) => one.name) });
  }
  return {
    name,
    command: commandOf(approach, '--port', '0', '--framing', 'line', '--log-level', 'warn', ...flags),
    ready: 'line',
    overlapping: approach.serves === 'overlapping',
  };
}
