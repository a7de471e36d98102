import type { Approach } from '#approaches';
import type { Lab, Subject } from './lab.ts';
import type { LabServer } from './lab-server.ts';

/** A server that runs, and the approach that it is. */
export interface Served<S extends Subject = Approach> {
  readonly approach: S;
  readonly server: LabServer;
}

/**
 * Starts several approaches and keeps all of them running while something is done with them, so that they can take turns:
 * what disturbs the machine for a while then disturbs all of them.
 *
 * @throws MeasureError where one cannot be started, or ends before it is told to
 */
export function serveAll<T, S extends Subject>(
  lab: Lab,
  approaches: readonly S[],
  flags: (approach: S) => readonly string[],
  use: (all: readonly Served<S>[]) => Promise<T>,
): Promise<T> {
  const startNext = (running: readonly Served<S>[]): Promise<T> => {
    const approach = approaches[running.length];
    if (approach === undefined) return use(running);
    return lab.serve(approach, flags(approach), (server) => startNext([...running, { approach, server }]));
  };
  return startNext([]);
}
