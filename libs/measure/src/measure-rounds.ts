import { type Figures, measure, type MeasureOptions } from './measure.ts';
import { MeasureError } from './measure-error.ts';
import type { ServerSpec } from './server-spec.ts';

export interface RoundsOptions extends Omit<MeasureOptions, 'server'> {
  readonly servers: readonly ServerSpec[];
  readonly rounds: number;
  readonly onFigures?: (figures: Figures, round: number) => void;
}

/**
 * Measures several servers in turn, round after round, each time with a fresh process: what disturbs the machine for a
 * while disturbs all of them. Each round starts with another one, so that none is always the first.
 *
 * @returns the figures of every round, server by server, in the order of `servers`
 * @throws MeasureError also for the first reply that was wrong
 */
export async function measureRounds(options: RoundsOptions): Promise<readonly (readonly Figures[])[]> {
  const { servers, rounds, onFigures, ...load } = options;
  const all: Figures[][] = servers.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < servers.length; turn++) {
      const index = (round + turn) % servers.length;
      const server = servers[index];
      if (server === undefined) continue;
      const figures = await measure({ ...load, server });
      if (figures.errors.first !== undefined) {
        throw new MeasureError({ code: 'wrong-replies', server: server.name, errors: figures.errors });
      }
      all[index]?.push(figures);
      onFigures?.(figures, round + 1);
    }
  }
  return all;
}
