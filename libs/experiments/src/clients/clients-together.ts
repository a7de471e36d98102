import type { Visit } from '#record';
import type { Client } from './client.ts';
import { Clock } from '../running/clock.ts';
import type { Lab } from '../running/lab.ts';
import type { LabServer } from '../running/lab-server.ts';
import { requireOk } from './require-ok.ts';

export interface Together {
  readonly clients: number;
  /** How long each keeps its connection once it was answered, ms. */
  readonly hold: number;
}

/** Visits of clients that came at the same time, and the clock that their moments are read from. */
export interface TogetherVisits {
  readonly clock: Clock;
  readonly visits: readonly Visit[];
  /** From the first one's start to the last one's close, ms. */
  readonly total: number;
}

/** Clients who are on their way. */
export interface Coming {
  /** Resolves when all of them are connected, or never will be. */
  readonly connected: Promise<unknown>;
  /** Rejects with an ExperimentError where one of them was not answered right. */
  readonly done: Promise<TogetherVisits>;
}

/** Lets several clients come at the same time; each sends a message, is answered, holds its connection and leaves. */
export function comeTogether(lab: Lab, server: LabServer, { clients, hold }: Together): Coming {
  const clock = new Clock();
  const all: Client[] = [];
  for (let n = 1; n <= clients; n++) {
    all.push(lab.client(server, { number: n, clock, messages: [`Cliente ${n}`], hold }));
  }
  return { connected: Promise.all(all.map(({ connected }) => connected)), done: visitsOf(server, clock, all) };
}

/**
 * Lets several clients come at the same time, and waits until all have left.
 *
 * @throws ExperimentError where one of them was not answered right
 */
export function clientsTogether(lab: Lab, server: LabServer, together: Together): Promise<TogetherVisits> {
  return comeTogether(lab, server, together).done;
}

async function visitsOf(server: LabServer, clock: Clock, all: readonly Client[]): Promise<TogetherVisits> {
  const visits = requireOk(server.name, await Promise.all(all.map(({ done }) => done)));
  const first = Math.min(...visits.map(({ started }) => started));
  const last = Math.max(...visits.map(({ closed = NaN }) => closed));
  return { clock, visits, total: last - first };
}
