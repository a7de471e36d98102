import type { ServerEvent } from '#record';

/** What each worker got in one round, in the order of their numbers. */
export interface Shares {
  readonly connections: readonly number[];
  readonly messages: readonly number[];
}

/**
 * Counts by worker, by what the server's events say.
 *
 * @param workers how many there are, those that got nothing included
 */
export function sharesOf(events: readonly ServerEvent[], workers: number): Shares {
  const ended = events.filter(({ event }) => event === 'ended');
  const numbers = new Set(Array.from({ length: workers }, (_, index) => index + 1));
  for (const { worker } of ended) numbers.add(worker ?? 0);
  const own = [...numbers].sort((a, b) => a - b).map((number) => ended.filter(({ worker = 0 }) => worker === number));
  return {
    connections: own.map(({ length }) => length),
    messages: own.map((some) => some.reduce((all, event) => all + Number(event['messages']), 0)),
  };
}

/** The part of all that the busiest worker got, 0 to 1. */
export function busiestShare(of: keyof Shares): (shares: Shares) => number {
  return ({ [of]: counts }) => Math.max(...counts) / counts.reduce((a, b) => a + b, 0);
}
