import { join } from 'node:path';
import { workspaceRoot } from '#approaches';
import { findProgram } from '#machine';
import type { Address, ServerSpec } from '#measure';

/** HAProxy; undefined where it is not installed. */
export const haproxy: string | undefined = findProgram('haproxy');

/** What people are told to run, and no copy of it. */
export const configuration = 'deploy/haproxy/haproxy.cfg';

/** Where an instance serves, and where it says how it is. */
export interface Place {
  readonly serves: Address;
  readonly admin: Address;
}

/**
 * HAProxy before two instances.
 *
 * @param program where it lies
 */
export function balancerOf(program: string, places: readonly Place[]): ServerSpec {
  return {
    name: 'haproxy',
    // -db: in the foreground, and one process.
    command: `BIND=127.0.0.1:{port} exec ${program} -db -f ${join(workspaceRoot, configuration)}`,
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
