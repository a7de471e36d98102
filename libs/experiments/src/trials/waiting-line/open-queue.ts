import { setTimeout as sleep } from 'node:timers/promises';
import type { Visit } from '#record';
import { Clock } from '../../running/clock.ts';
import type { Lab } from '../../running/lab.ts';
import type { LabServer } from '../../running/lab-server.ts';
import { mean } from '../../statistics/mean.ts';
import { requireOk } from '../../clients/require-ok.ts';
import { servedIntervals } from '../../findings/served-intervals.ts';

/** What a stream of clients met who each bring one message and leave. Times are ms. */
export interface QueueRun {
  /** When each asked for its connection, as it really happened. */
  readonly arrivals: readonly number[];
  /** From then to the first byte of its reply. */
  readonly responses: readonly number[];
  /** From then to the close of its connection. */
  readonly stays: readonly number[];
  /** By how much each came later than it was meant to. */
  readonly lateness: readonly number[];
  /** Until the last one had left: it begins and ends with nobody there. */
  readonly lasted: number;
  /** L: how many clients were there on average, counted every ms. */
  readonly present: number;
  /** How much of their stays the server knew of, by its own events: from accepting to the close. */
  readonly known: number;
}

/**
 * Sends clients to a server at given moments, whether or not it is done with those before: an open queue.
 *
 * @param moments ms from now
 * @throws ExperimentError where one is not answered right
 */
export async function openQueue(lab: Lab, server: LabServer, moments: readonly number[]): Promise<QueueRun> {
  const clock = new Clock();
  let there = 0;
  const counted: number[] = [];
  const counter = setInterval(() => counted.push(there), 1);
  const visit = async (moment: number, index: number): Promise<Visit> => {
    await sleep(moment);
    there += 1;
    const own = await lab.client(server, { number: index + 1, clock, messages: ['m\n'] }).done;
    there -= 1;
    return own;
  };
  const seen = await Promise.all(moments.map(visit));
  clearInterval(counter);
  const visits = requireOk(server.name, seen);
  await server.untilEnded(clock, visits.length);
  const known = servedIntervals(server.events(clock)).reduce((sum, { accepted, ended }) => sum + ended - accepted, 0);
  const stays = visits.map(({ started, closed }) => (closed ?? NaN) - started);
  return {
    arrivals: visits.map(({ started }) => started),
    responses: visits.map(responseOf),
    stays,
    lateness: visits.map(({ started }, index) => started - (moments[index] ?? NaN)),
    lasted: Math.max(...visits.map(({ closed }) => closed ?? NaN)),
    present: mean(counted),
    known: known / (mean(stays) * stays.length),
  };
}

/** From asking for the connection to the first byte of the reply, ms. */
export function responseOf({ started, firstByte }: Visit): number {
  return (firstByte ?? NaN) - started;
}

/** λW: the rate of arrivals times the mean stay, which by J. D. C. Little's law (1961) is L. */
export function rateTimesStay({ arrivals, stays, lasted }: QueueRun): number {
  return (arrivals.length / lasted) * mean(stays);
}
