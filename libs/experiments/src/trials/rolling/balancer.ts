import { join } from 'node:path';
import { workspaceRoot } from '#approaches';
import { findProgram } from '#machine';
import type { Address, ServerSpec } from '#measure';
import { ExperimentError } from '../../running/experiment-error.ts';

/** Undefined where it is not installed. */
export const haproxy: string | undefined = findProgram('haproxy');
export const notInstalled = { en: 'HAProxy is not installed', 'pt-BR': 'o HAProxy não está instalado' };

/** What people are told to run, and no copy of it. */
export const configuration = 'deploy/haproxy/haproxy.cfg';

/** Where an instance serves, and where it says how it is. */
export interface Place {
  readonly serves: Address;
  readonly admin: Address;
}

/** HAProxy before two instances. @throws ExperimentError where it is not installed */
export function balancerOf(places: readonly Place[]): ServerSpec {
  if (haproxy === undefined) throw new ExperimentError(notInstalled);
  return {
    name: 'haproxy',
    // -db: in the foreground, and one process.
    command: `BIND=127.0.0.1:{port} exec ${haproxy} -db -f ${join(workspaceRoot, configuration)}`,
    env: Object.fromEntries(places.flatMap((place, index) => variables(index === 0 ? 'FIRST' : 'SECOND', place))),
    ready: 'accepts',
    overlapping: true,
  };
}

function variables(name: string, { serves, admin }: Place): readonly (readonly [string, string])[] {
  return [
    [name, `${serves.host}:${serves.port}`],
    [`${name}_ADMIN_HOST`, admin.host],
    [`${name}_ADMIN_PORT`, String(admin.port)],
  ];
}
