import type { Exit } from '#machine';
import type { ServerEvent } from '#record';
import { Clock } from '../../running/clock.ts';
import type { Lab } from '../../running/lab.ts';
import type { LabServer } from '../../running/lab-server.ts';

/** How a server came to its end while clients waited for their replies. */
export interface EndUnderWay {
  /** Each had one message with the server, received and not answered, when it was told to end. */
  readonly clients: number;
  /** How many of them were answered. */
  readonly answered: number;
  /** How many connections the server says it ended in order. */
  readonly ended: number;
  readonly exit: Exit;
}

/** How long the messages may take to be received, ms. */
const patience = 30_000;

/**
 * Sends a message from each of several clients, and the server a signal when it has received all of them.
 *
 * @param server logs its events, and takes a while for each message
 * @throws ExperimentError where it doesn't receive them
 */
export async function endUnderWay(lab: Lab, server: LabServer, signal: NodeJS.Signals, clients: number): Promise<EndUnderWay> {
  const clock = new Clock();
  const all = Array.from({ length: clients }, (_, index) =>
    lab.client(server, { number: index + 1, clock, messages: ['um'] }),
  );
  const count = (name: string, events: readonly ServerEvent[]): number => events.filter(({ event }) => event === name).length;
  await server.until(clock, (events) => count('received', events) >= clients, patience);
  const exit = await server.end(signal);
  const visits = await Promise.all(all.map(({ done }) => done));
  const answered = visits.filter(({ outcome }) => outcome === 'ok').length;
  return { clients, answered, ended: count('ended', server.events(clock)), exit };
}
