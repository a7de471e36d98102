import type { LoadPlan, LoadResult } from './load-plan.ts';
import type { LoadProcess } from './load-process.ts';
import { MeasureError } from './measure-error.ts';
import type { RunningServer } from './running-server.ts';

/**
 * Loads a running server once. The generator is of no more use when this throws.
 *
 * @throws MeasureError, also where the server ends meanwhile
 */
export async function loadServer(
  server: RunningServer,
  generator: LoadProcess,
  plan: LoadPlan,
  signal: AbortSignal,
): Promise<LoadResult> {
  const over = new AbortController();
  const { address, pid, name } = server;
  const load = generator.run({ address, plan, pid }, name, AbortSignal.any([signal, over.signal]));
  try {
    return await server.during(load);
  } catch (error) {
    over.abort();
    await load.catch(() => undefined);
    throw signal.aborted ? new MeasureError({ code: 'stopped' }) : error;
  }
}
