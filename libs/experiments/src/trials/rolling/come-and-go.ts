import { setTimeout as sleep } from 'node:timers/promises';
import type { Address } from '#measure';
import { LineClient } from '../../clients/line-client.ts';
import type { Clock } from '../../running/clock.ts';
import { ExperimentError } from '../../running/experiment-error.ts';

/** How one client fared, or several together. */
export interface Fared {
  readonly connections: number;
  readonly answered: number;
  /**
   * Connections that could not be made, or ended before a byte came: a balancer accepts before it knows of a server, so
   * that a client behind it sees a refusal as an end.
   */
  readonly refused: number;
  /** Those that the other side ended before the client was through, and after its first reply. */
  readonly cut: number;
  /** Messages that were sent on a connection which ended before their reply. */
  readonly unanswered: number;
  /** The longest that a client wanted an answer, ms: from its first attempt on, however many it took. */
  readonly longest: number;
}

export interface Habit {
  /** When it comes first, ms from now on: clients that come at the same time would leave at the same time, too. */
  readonly after: number;
  /** So many a connection, each when the one before is answered; then it leaves, and comes again. */
  readonly messages: number;
  /** Between a reply and the next message, ms. */
  readonly pause: number;
}

/** Before a client that was not served tries again, ms. */
const beforeAgain = 20;

/**
 * A client that comes and goes until it is told that it is over, and then finishes its connection. What was not answered
 * it sends again on its next one.
 *
 * @throws ExperimentError where a reply is wrong
 */
export async function comeAndGo(address: Address, clock: Clock, habit: Habit, over: AbortSignal): Promise<Fared> {
  const { after, messages, pause } = habit;
  const fared = { connections: 0, answered: 0, refused: 0, cut: 0, unanswered: 0, longest: 0 };
  await sleep(after);
  let since = clock.now();
  const onReply = (client: LineClient): void => {
    fared.longest = Math.max(fared.longest, clock.now() - since);
    fared.answered += 1;
    void sendNext(client);
  };
  const sendNext = async (client: LineClient): Promise<void> => {
    if (client.exchanges.length === messages) {
      client.leave();
      return;
    }
    if (pause > 0) await sleep(pause);
    if (client.closedAt !== undefined) return;
    since = clock.now();
    client.send('message');
  };
  while (!over.aborted) {
    const client = new LineClient({ ...address, clock, onReply });
    fared.connections += 1;
    client.send('message');
    const outcome = await client.closed;
    if (outcome === 'wrong-reply') throw new ExperimentError(wrong);
    fared.unanswered += client.inFlight;
    if (client.inFlight === 0) since = clock.now();
    const replies = client.latencies.length;
    if (replies > 0 && replies < messages) fared.cut += 1;
    if (replies === 0) {
      fared.refused += 1;
      await sleep(beforeAgain);
    }
  }
  return fared;
}

const wrong = {
  en: 'behind the balancer a client got a reply that is not its own',
  'pt-BR': 'atrás do balanceador, um cliente recebeu uma resposta que não é a sua',
};

export function together(all: readonly Fared[]): Fared {
  const sum = (of: (one: Fared) => number): number => all.reduce((total, one) => total + of(one), 0);
  return {
    connections: sum(({ connections }) => connections),
    answered: sum(({ answered }) => answered),
    refused: sum(({ refused }) => refused),
    cut: sum(({ cut }) => cut),
    unanswered: sum(({ unanswered }) => unanswered),
    longest: Math.max(0, ...all.map(({ longest }) => longest)),
  };
}
