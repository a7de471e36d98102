import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { approaches, commandOf, workspaceRoot } from '#approaches';
import { pythonServers, workByMessage } from '#experiments';
import { findPython } from '#machine';
import type { ServerSpec } from '#measure';

/** Enough that one can end and others go on. */
const workers = Math.max(2, Math.min(4, availableParallelism()));

/** Servers that may be started, by name: none but these, and none by a command that somebody sends. */
export type Cast = ReadonlyMap<string, ServerSpec>;

/** The approaches, some with other flags, too; and where there is a Python, those in Python that say whom they serve. */
export async function castOf(): Promise<Cast> {
  const cast = new Map<string, ServerSpec>();
  const add = (name: string, command: readonly [string, ...string[]], overlapping: boolean): void => {
    cast.set(name, { name, command, ready: 'line', cwd: workspaceRoot, overlapping });
  };
  for (const approach of approaches()) {
    const own = approach.workers === 'none' ? [] : ['--workers', String(workers), '--hang-timeout', '5s'];
    const flags = [...flagsOfAll, ...own];
    add(approach.name, commandOf(approach, ...flags, ...workByMessage()), approach.serves === 'overlapping');
    for (const [of, ...more] of variants) {
      if (of === approach.name) add([of, ...more].join(' '), commandOf(approach, ...flags, ...workByMessage(), ...more), true);
    }
  }
  const python = await findPython();
  if (python === undefined) return cast;
  for (const { name, script, serves, logFlags } of Object.values(pythonServers)) {
    const command = [python.path, join(workspaceRoot, script), '--port', '0', '--framing', 'line', ...logFlags] as const;
    if (logFlags.length > 0) add(name, command, serves === 'overlapping');
  }
  return cast;
}

/** Approaches with flags that a lesson needs: what a read brings for a message; connections shared out in turn. */
const variants = [
  ['server-async', '--framing', 'chunk'],
  ['server-cluster', '--scheduling', 'rr'],
] as const;

const flagsOfAll = ['--port', '0', '--log-format', 'json', '--log-level', 'debug', '--lang', 'en', '--drain-timeout', '5s'] as const;
