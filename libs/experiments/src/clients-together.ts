import type { Visit } from '#record';
import type { Client } from './client.ts';
import { Clock } from './clock.ts';
import type { Lab } from './lab.ts';
import type { LabServer } from './lab-server.ts';
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

/**
 * Lets several clients come at the same time; each sends a message, is answered, holds its connection and leaves.
 *
 * @throws ExperimentError where one of them was not answered right
 */
export async function clientsTogether(
  lab: Lab,
  server: LabServer,
  { clients, hold }: Together,
): Promise<TogetherVisits> {
  const clock = new Clock();
  const all: Client[] = [];
  for (let n = 1; n <= clients; n++) {
    all.push(lab.client(server, { label: `client ${n}`, clock, messages: [`Cliente ${n}`], hold }));
  }
  const visits = requireOk(server.name, await Promise.all(all.map(({ done }) => done)));
  const first = Math.min(...visits.map(({ started }) => started));
  const last = Math.max(...visits.map(({ closed = NaN }) => closed));
  return { clock, visits, total: last - first };
}
