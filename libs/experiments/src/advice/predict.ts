import { highOf, lowOf } from '#record';
import { waitInOneLine, waitOfNearlyAll } from '../statistics/queueing.ts';
import type { Costs } from './costs.ts';
import type { Question } from './question.ts';

/** `fits`: with room to spare. `tight`: it keeps up, and waits grow. `overloaded`: clients wait for one another. */
export type Fit = 'fits' | 'tight' | 'overloaded';

/** What may be asked of an approach beside keeping up: flags of that name. */
export type Bound = 'reply-within' | 'memory';

/** What a client sees, from sending a message to the first byte of its reply, ms. */
export interface ReplyTime {
  readonly typical: number;
  /** Half of the replies take at least this. */
  readonly from: number;
  /** 99 of 100 take at most this. */
  readonly to: number;
}

/** How an approach would fare. */
export interface Prediction {
  readonly server: string;
  readonly serves: Costs['serves'];
  readonly workers: Costs['workers'];
  /** What the clients take of what it can give: 1 is all of it. */
  readonly load: number;
  readonly reply: ReplyTime;
  /** Bytes; undefined where the record doesn't say. */
  readonly memory: number | undefined;
  /** Share of the clients that are lost when one of its workers ends. */
  readonly lost: number;
  /** And when a process that serves is killed, as by `kill -9` or for want of memory. */
  readonly lostByKill: number;
  readonly fit: Fit;
  /** The bounds that were asked and that it does not keep. */
  readonly broken: readonly Bound[];
  /** With so many cores it would fit; undefined for one that uses a single one. */
  readonly coresToFit: number | undefined;
}

/** From this load on waits grow fast: at 0.7 a queue makes a client wait as long again as it is served. */
const comfortable = 0.7;

/**
 * How an approach would serve so many clients, by what it was measured to cost.
 *
 * A reply takes what it was measured to take where hardly anybody else is there, from the least median of the rounds to the
 * greatest 99th percentile, and the computing that is asked, and the wait for others. One at a time: each waits for the whole
 * stays of all that are before it. On an event loop and on workers only CPU time is service; holding costs nothing. Messages
 * then come at random to servers whose service never varies (M/D/c); with more load than they can serve, clients slow down
 * to what they can (the asymptotic bound of a closed system: Lazowska and others, Quantitative System Performance, 1984,
 * chapter 5).
 *
 * @param measuredCores of the machine on which the costs were measured
 */
export function predict(costs: Costs, question: Question, measuredCores: number): Prediction {
  const { clients, hold, cpu, rate, cores } = question;
  const serial = costs.serves === 'serial';
  const messages = rate === undefined ? question.messages : ((rate / 1_000) * hold) / clients;
  const { figures } = costs;
  const message = cpu + (figures['cpu-message']?.value ?? 0) / 1_000;
  const connection = (figures['cpu-connection']?.value ?? 0) / 1_000 + messages * message;
  const stay = rate === undefined ? hold + connection : hold;
  const servers = costs.workers === 'none' ? 1 : cores;
  const share = efficiency(costs, measuredCores);
  const capacity = servers === 1 ? 1 : Math.max(1, servers * share);
  const demand = (clients / stay) * connection;
  const busy = demand / capacity;
  const load = serial && clients > 1 ? clients : busy;
  const slowdown = servers / capacity;
  // Clients that wait for their replies are never more than all in line.
  const line = rate === undefined ? ((clients - 1) * message) / capacity : Infinity;
  const queue = { service: message * slowdown, utilisation: busy };
  const overdue = Math.max(0, ((clients * connection) / capacity - hold) / messages - queue.service);
  const wait = serial
    ? { mean: (clients - 1) * stay, most: (clients - 1) * stay }
    : busy < 1
      ? { mean: Math.min(line, waitInOneLine(queue, servers)), most: Math.min(line, waitOfNearlyAll(queue, servers)) }
      : { mean: overdue, most: overdue };
  const { 'reply-p50': p50, 'reply-p99': p99, 'memory-idle': idle } = figures;
  // Not measured: then the CPU time of a message is all that is known.
  const alone = (queue.service - cpu * slowdown) * (p50 === undefined ? 1 : 0);
  const reply: ReplyTime = {
    typical: (p50?.value ?? alone) + cpu * slowdown + wait.mean,
    from: (p50 ? lowOf(p50) : alone) + cpu + (serial ? wait.mean : busy < 1 ? 0 : overdue),
    to: Math.max(p99 ? highOf(p99) : alone, p50 ? highOf(p50) : alone) + cpu * slowdown + wait.most,
  };
  // Below nothing is what measuring leaves of nothing.
  const memory = idle && idle.value + clients * Math.max(0, figures['memory-connection']?.value ?? 0);
  return {
    server: costs.name,
    serves: costs.serves,
    workers: costs.workers,
    load,
    reply,
    memory,
    lost: lostWith(costs, servers),
    lostByKill: costs.workers === 'processes' ? 1 / servers : 1,
    fit: load <= comfortable ? 'fits' : load < 1 ? 'tight' : 'overloaded',
    broken: brokenBy(question, reply, memory),
    coresToFit: costs.workers === 'none' ? undefined : Math.ceil(demand / (comfortable * share)),
  };
}

function brokenBy({ replyWithin = Infinity, memory: most = Infinity }: Question, { to }: ReplyTime, memory = 0): readonly Bound[] {
  return [...(to > replyWithin ? (['reply-within'] as const) : []), ...(memory > most ? (['memory'] as const) : [])];
}

/** With one of several workers go its own clients, as many as each of the others has, unless all were seen to go. */
function lostWith({ workers, figures }: Costs, servers: number): number {
  return workers === 'none' || (figures['lost-with-a-worker']?.value ?? 0) >= 1 ? 1 : 1 / servers;
}

/** How much of a core each worker is worth, where all of them work; 1 where that was not measured. */
function efficiency({ figures: { 'speed-up': speedUp } }: Costs, measuredCores: number): number {
  return speedUp === undefined || measuredCores < 2 ? 1 : Math.min(1, Math.max(1, speedUp.value) / measuredCores);
}
