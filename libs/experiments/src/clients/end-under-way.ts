import type { Exit } from '#machine';
import type { Address } from '#measure';
import { clientLabel } from './client-label.ts';
import { Client } from './client.ts';
import { Clock } from '../running/clock.ts';
import { LineProcess } from '../processes/line-process.ts';

/** How long it may take to end before it is killed, ms. */
const patience = 30_000;

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

/**
 * Starts a server that logs in JSON and takes a while for each message, sends one from each of several clients, and sends
 * the server a signal when it has received all of them.
 *
 * @param name of the server
 * @param stop ends it when it aborts
 * @throws ExperimentError where it doesn't start, or doesn't receive them
 */
export async function endUnderWay(
  name: string,
  command: readonly [string, ...string[]],
  signal: NodeJS.Signals,
  clients: number,
  stop: AbortSignal,
): Promise<EndUnderWay> {
  const server = new LineProcess(name, command, stop);
  let late: NodeJS.Timeout | undefined;
  try {
    const { host, port } = await server.until((lines) => eventsOf(lines, 'listening')[0] as Address | undefined);
    const clock = new Clock();
    const all = Array.from(
      { length: clients },
      (_, index) => new Client({ label: clientLabel(index + 1), host, port, clock, messages: ['um'] }),
    );
    await server.until((lines) => (eventsOf(lines, 'received').length >= clients ? true : undefined));
    server.signal(signal);
    late = setTimeout(() => {
      server.signal('SIGKILL');
    }, patience);
    const visits = await Promise.all(all.map(({ done }) => done));
    const exit = await server.exited;
    return {
      clients,
      answered: visits.filter(({ outcome }) => outcome === 'ok').length,
      ended: eventsOf(server.lines, 'ended').length,
      exit,
    };
  } finally {
    clearTimeout(late);
    await server.stop();
  }
}

/** The lines of a log that tell of an event. */
function eventsOf(lines: readonly string[], event: string): readonly object[] {
  return lines.filter((line) => line.includes(`"event":"${event}"`)).map((line) => JSON.parse(line) as object);
}
