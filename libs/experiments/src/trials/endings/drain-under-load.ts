import { setTimeout as sleep } from 'node:timers/promises';
import type { Exit } from '#machine';
import { Clock } from '../../running/clock.ts';
import type { LabServer } from '../../running/lab-server.ts';
import { LineClient } from '../../clients/line-client.ts';

export interface DrainPlan {
  readonly clients: number;
  /** How long the work on each message waits, ms: so that there are messages under way when the signal comes. */
  readonly wait: number;
  /** For how long the clients talk before the signal, ms. */
  readonly before: number;
}

/** What SIGTERM did to a server and its clients. */
export interface Drain {
  /** Messages that the server had received and not answered when the signal was sent, or received after it. */
  readonly owed: number;
  /** Those of them that were answered. */
  readonly answered: number;
  /** Clients whose connection ended in order, with FIN, and clients whose connection was reset. */
  readonly ended: number;
  readonly reset: number;
  readonly exit: Exit;
  /** From the signal to the end of the process, ms. */
  readonly took: number;
}

/**
 * Sends SIGTERM to a server whose clients have messages under way.
 *
 * @param server logs what it receives, and takes messages as `work/by-message.ts` does
 */
export async function drainUnderLoad(server: LabServer, { clients, wait, before }: DrainPlan): Promise<Drain> {
  const clock = new Clock();
  const message = `wait ${wait}`;
  const onReply = (client: LineClient): void => {
    client.send(message);
  };
  const crowd = Array.from({ length: clients }, () => new LineClient({ ...server.address, clock, onReply }));
  await Promise.all(crowd.map(({ connected }) => connected));
  for (const client of crowd) client.send(message);
  await sleep(before);
  const at = clock.now();
  const exit = await server.end('SIGTERM');
  const took = clock.now() - at;
  const outcomes = await Promise.all(crowd.map(({ closed }) => closed));
  const replies = crowd.flatMap(({ exchanges }) => exchanges.flatMap(({ replied }) => (replied === undefined ? [] : [replied])));
  const answered = replies.filter((replied) => replied > at).length;
  const received = server.events(clock).filter(({ event }) => event === 'received').length;
  const ended = outcomes.filter((outcome) => outcome === 'ended').length;
  return { owed: received - (replies.length - answered), answered, ended, reset: clients - ended, exit, took };
}
