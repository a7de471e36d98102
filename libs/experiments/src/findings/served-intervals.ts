import type { ServerEvent } from '#record';

/** One connection as the server's own events tell of it, in ms of the trace. */
export interface ServedInterval {
  /** Who served it; undefined for a server without workers. */
  readonly worker: number | undefined;
  readonly accepted: number;
  readonly serving: number;
  readonly ended: number;
}

/** The connections that were served from beginning to end, in the order in which their service began. */
export function servedIntervals(events: readonly ServerEvent[]): readonly ServedInterval[] {
  const byPeer = Map.groupBy(events, (event) => event['peer']);
  const intervals: ServedInterval[] = [];
  for (const [peer, own] of byPeer) {
    if (typeof peer !== 'string') continue;
    const moment = (...names: string[]): ServerEvent | undefined => own.find(({ event }) => names.includes(event));
    const serving = moment('serving');
    const ended = moment('ended', 'reset', 'timed-out');
    if (serving === undefined || ended === undefined) continue;
    const accepted = moment('accepted') ?? serving;
    intervals.push({ worker: serving.worker, accepted: accepted.at, serving: serving.at, ended: ended.at });
  }
  return intervals.sort((a, b) => a.serving - b.serving);
}

/** The most connections that were being served at one moment; one that begins when another ends doesn't overlap it. */
export function mostAtOnce(intervals: readonly ServedInterval[]): number {
  const changes = intervals
    .flatMap(({ serving, ended }) => [{ at: serving, by: 1 }, { at: ended, by: -1 }])
    .sort((a, b) => a.at - b.at || a.by - b.by);
  let now = 0;
  let most = 0;
  for (const { by } of changes) {
    now += by;
    most = Math.max(most, now);
  }
  return most;
}
