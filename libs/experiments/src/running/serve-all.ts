import type { Approach } from '#approaches';
import type { Lab, Subject } from './lab.ts';
import type { LabServer } from './lab-server.ts';

/** A server that runs, and the approach that it is. */
export interface Served<S extends Subject = Approach> {
  readonly approach: S;
  readonly server: LabServer;
}

/** A server to start: an approach, or a stranger, with more flags. */
export interface Start {
  readonly approach: Subject;
  readonly flags: readonly string[];
}

/**
 * Starts several servers, all at the same time, and keeps them running while something is done with them, so that they
 * can take turns: what disturbs the machine for a while then disturbs all of them.
 *
 * @param use is given each start with its server
 * @throws MeasureError where one cannot be started, or ends before it is told to
 */
export async function serveAll<T, S extends Start>(
  lab: Lab,
  starts: readonly S[],
  use: (all: readonly (S & Pick<Served, 'server'>)[]) => Promise<T>,
): Promise<T> {
  const over = Promise.withResolvers<undefined>();
  const running = starts.map(() => Promise.withResolvers<LabServer>());
  const served = starts.map(({ approach, flags }, index) =>
    lab.serve(approach, flags, (server) => {
      running[index]?.resolve(server);
      return over.promise;
    }),
  );
  // Rejects where one of them fails, and else outlives the use.
  const failed = Promise.all(served).then(() => new Promise<never>(() => undefined));
  try {
    const servers = await Promise.race([Promise.all(running.map(({ promise }) => promise)), failed]);
    const all = starts.map((start, index) => ({ ...start, server: servers[index] as LabServer }));
    return await Promise.race([use(all), failed]);
  } finally {
    over.resolve(undefined);
    await Promise.allSettled(served);
  }
}
