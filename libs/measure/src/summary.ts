import { median } from '#record';
import type { Figures } from './measure.ts';

/** The medians over a server's rounds, in the units of `Figures`. */
export interface Summary extends Pick<Figures, 'server' | 'connections' | 'messagesPerSecond' | 'cpu' | 'pss'> {
  /**
   * CPU time a message, the baseline's being 1: the median of the rounds' ratios, each within its own round. undefined
   * where the two had a different number of connections: one wake-up then serves a different number of messages.
   */
  readonly ratio: number | undefined;
}

/**
 * @param rounds the figures of one server, round by round
 * @param baseline those of the server that it is held against
 */
export function summarize(rounds: readonly Figures[], baseline: readonly Figures[]): Summary {
  const over = (of: (figures: Figures) => number): number => median(rounds.map(of));
  const alike = rounds[0]?.connections === baseline[0]?.connections;
  return {
    server: rounds[0]?.server ?? '',
    connections: rounds[0]?.connections ?? 0,
    messagesPerSecond: over((figures) => figures.messagesPerSecond),
    cpu: {
      user: over((figures) => figures.cpu.user),
      system: over((figures) => figures.cpu.system),
      total: over((figures) => figures.cpu.total),
    },
    pss: { before: over((figures) => figures.pss.before), after: over((figures) => figures.pss.after) },
    ratio: alike
      ? median(rounds.map((figures, round) => figures.cpu.total / (baseline[round]?.cpu.total ?? NaN)))
      : undefined,
  };
}
