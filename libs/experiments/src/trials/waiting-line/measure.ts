import { BareThreads, hashRounds } from '#machine';
import { median, type Quantity, spread } from '#record';
import type { Approach } from '#approaches';
import { Clock } from '../../running/clock.ts';
import { fifoWaits } from './fifo-waits.ts';
import type { Lab } from '../../running/lab.ts';
import type { LabServer } from '../../running/lab-server.ts';
import { mean } from '../../statistics/mean.ts';
import { openQueue, type QueueRun, responseOf } from './open-queue.ts';
import { poissonArrivals } from './poisson-arrivals.ts';
import { requireOk } from '../../clients/require-ok.ts';
import type { Served } from '../../running/serve-all.ts';

/** How long a message computes, on one core, ms. */
export const serviceMs = 5;
export const utilisations = { quick: [0.7], default: [0.5, 0.8], thorough: [0.3, 0.5, 0.7, 0.8, 0.9] };
export const durations = { quick: 300, default: 650, thorough: 4_000 };
export const rounds = { quick: 1, default: 2, thorough: 4 };
const idleVisits = { quick: 8, default: 15, thorough: 15 };

/** A server as a waiting line. Times are ms. */
export interface Line {
  readonly approach: Pick<Approach, 'name' | 'workers'>;
  /** How many can be served at once. */
  readonly servers: number;
  /** From connecting to the first byte, where nobody else is there. */
  readonly response: number;
  /** For how long one client keeps a server from the next one. */
  readonly service: number;
  readonly runs: { readonly utilisation: number; readonly run: QueueRun; readonly ownShare: number }[];
}

/** One whose server runs. */
export interface ServedLine {
  readonly line: Line;
  readonly server: LabServer;
}

/** How much longer computing takes when so many threads do it at once, at least 1. */
export async function stretchOf(threads: number): Promise<number> {
  await using bare = await BareThreads.start(threads);
  return Math.max(1, threads / (await bare.speedUp(hashRounds(serviceMs * 10))));
}

/** Times clients that come alone, one after another. */
export async function calibrate(lab: Lab, { approach, server }: Served, workers: number, stretch: number): Promise<ServedLine> {
  const clock = new Clock();
  const visits = await lab.repeat(idleVisits, (visit) =>
    lab.client(server, { number: visit + 1, clock, messages: ['m\n'] }).done,
  );
  requireOk(server.name, visits);
  const response = median(visits.map(responseOf));
  // One at a time, the next is served when the connection has closed; else, as soon as the message is done.
  const service = approach.serves === 'serial' ? median(visits.map(({ connected, closed }) => (closed ?? NaN) - (connected ?? NaN))) : response;
  const pool = approach.workers !== 'none';
  return { server, line: { approach, servers: pool ? workers : 1, response, service: pool ? service * stretch : service, runs: [] } };
}

/** Sends it as many clients as keep it busy for the share of its time. */
export async function runOnce(lab: Lab, { line, server }: ServedLine, utilisation: number, round: number): Promise<void> {
  lab.progress(`${server.name}: utilisation ${utilisation}, round ${round + 1}`);
  const rate = (1_000 * utilisation * line.servers) / line.service;
  const moments = poissonArrivals({ rate, duration: lab.pick(durations), seed: round + 1 });
  const own = process.cpuUsage();
  // Where a service takes very long, chance may bring nobody in time: then one who waits for nobody.
  const run = await openQueue(lab, server, moments.length > 0 ? moments : [0]);
  const { user, system } = process.cpuUsage(own);
  line.runs.push({ utilisation, run, ownShare: (user + system) / 1_000 / run.lasted });
}

/** All rounds at a utilisation. */
export function runsAt({ runs }: Line, utilisation: number): readonly QueueRun[] {
  return runs.filter((one) => one.utilisation === utilisation).map(({ run }) => run);
}

/** The mean wait that was measured, round by round. */
export function waitOf(line: Line, utilisation: number): Quantity {
  return spread(runsAt(line, utilisation).map(({ responses }) => mean(responses) - line.response), 'ms');
}

/** What one line, first come first served, makes of the very arrivals that there were. */
export function tracedWait(line: Line, utilisation: number): Quantity {
  return spread(runsAt(line, utilisation).map(({ arrivals }) => mean(fifoWaits(arrivals, line.service, line.servers))), 'ms');
}

/** Whether the measured wait is what was computed from the same arrivals, give or take what a shared machine adds. */
export function agrees(line: Line, utilisation: number): boolean {
  return Math.abs(waitOf(line, utilisation).value / tracedWait(line, utilisation).value - 1) < 0.35;
}
