import type { Lane, Phase } from '#record';
import type { Catalogue } from './catalogue.ts';

/** What each phase means in these lanes: a client knows when it has its reply, a server whom it serves. */
export function phaseWords({ phase, phaseOf }: Catalogue, lanes: readonly Lane[]): Readonly<Record<Phase, string>> {
  const [clients, servers] = (['client', 'server'] as const).map((side) => lanes.some((lane) => lane.side === side));
  if (clients !== true) return phase;
  return { ...phase, ...(servers === true ? phaseOf.both : phaseOf.client) };
}
