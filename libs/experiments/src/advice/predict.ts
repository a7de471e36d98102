import { waitInOneLine } from '../statistics/queueing.ts';
import type { Costs } from './costs.ts';
import type { Question } from './question.ts';

/** `fits`: with room to spare. `tight`: it keeps up, and waits grow. `overloaded`: clients wait for one another. */
export type Fit = 'fits' | 'tight' | 'overloaded';

/** How an approach would fare. */
export interface Prediction {
  readonly server: string;
  readonly serves: Costs['serves'];
  readonly workers: Costs['workers'];
  /** What the clients take of what it can give: 1 is all of it. */
  readonly load: number;
  /** From sending a message to its reply, ms, on average. */
  readonly reply: number;
  /** Bytes; undefined where the record doesn't say. */
  readonly memory: number | undefined;
  /** Share of the clients that are lost when one of its processes or workers dies. */
  readonly lost: number;
  readonly fit: Fit;
  /** With so many cores it would fit; undefined for one that uses a single one. */
  readonly coresToFit: number | undefined;
}

/** From this load on waits grow fast: at 0.7 a queue makes a client wait as long again as it is served. */
const comfortable = 0.7;

/**
 * How an approach would serve so many clients, by what it was measured to cost.
 *
 * One at a time: a client's whole stay is its service, and each waits for all that are before it. On an event loop and on
 * workers only CPU time is service; holding costs nothing. Messages then come at random to servers whose service never
 * varies (M/D/c); with more load than they can serve, clients slow down to what they can (the asymptotic bound of a closed
 * system: Lazowska and others, Quantitative System Performance, 1984, chapter 5).
 *
 * @param measuredCores of the machine on which the costs were measured
 */
export function predict(costs: Costs, question: Question, measuredCores: number): Prediction {
  const { clients, hold, cpu, messages, cores } = question;
  const message = cpu + (costs.message?.value ?? 0) / 1_000;
  const connection = (costs.connection?.value ?? 0) / 1_000 + messages * message;
  const stay = hold + connection;
  const common = {
    server: costs.name,
    serves: costs.serves,
    workers: costs.workers,
    // Below nothing is what measuring leaves of nothing.
    memory: costs.idle && costs.idle.value + clients * Math.max(0, costs.each?.value ?? 0),
  };
  if (costs.serves === 'serial') {
    const fit = clients <= 1 ? 'fits' : 'overloaded';
    return { ...common, load: clients, reply: (clients - 1) * stay + message, lost: 1, fit, coresToFit: undefined };
  }

  const servers = costs.workers === 'none' ? 1 : cores;
  const share = efficiency(costs, measuredCores);
  const capacity = servers === 1 ? 1 : Math.max(1, servers * share);
  const demand = (clients / stay) * connection;
  const load = demand / capacity;
  const service = (message * servers) / capacity;
  const everyone = ((clients - 1) * message) / capacity;
  const reply =
    load < 1
      ? service + Math.min(everyone, waitInOneLine({ service, utilisation: load }, servers))
      : Math.max(service, ((clients * connection) / capacity - hold) / messages);
  return {
    ...common,
    load,
    reply,
    lost: lostWith(costs, servers),
    fit: load <= comfortable ? 'fits' : load < 1 ? 'tight' : 'overloaded',
    coresToFit: costs.workers === 'none' ? undefined : Math.ceil(demand / (comfortable * share)),
  };
}

/** With one of several workers go its own clients, as many as each of the others has, unless all were seen to go. */
function lostWith({ workers, lost }: Costs, servers: number): number {
  return workers === 'none' || (lost !== undefined && lost.value >= 1) ? 1 : 1 / servers;
}

/** How much of a core each worker is worth, where all of them work; 1 where that was not measured. */
function efficiency({ speedUp }: Costs, measuredCores: number): number {
  return speedUp === undefined || measuredCores < 2 ? 1 : Math.min(1, Math.max(1, speedUp.value) / measuredCores);
}
