import type { Approach } from '#approaches';
import { endUnderWay, type EndUnderWay } from './end-under-way.ts';
import { contractBroken } from '../../running/contract-broken.ts';
import type { Lab } from '../../running/lab.ts';
import type { LabServer } from '../../running/lab-server.ts';
import { pythonServers } from '../../running/python-servers.ts';
import { rawExchange } from '../../clients/raw-exchange.ts';
import { sendApart } from './send-apart.ts';

/** How often “é” is sent in two packets, and “um” and “dois” right after each other. */
export const splits = { quick: 3, default: 5, thorough: 20 };
export const pairs = { quick: 20, default: 50, thorough: 500 };

/** How long the long message is. */
export const longBytes = 3_000;

/** Clients with a message under way when the server is told to end, and how long it takes for each, ms. */
export const waiting = 5;
const work = 500;

export const seedName: string = pythonServers.threads.name;

/** What came back from one server for its messages. */
interface Replies {
  /** The reply to each “é” in two packets. */
  readonly splits: readonly string[];
  /** Prefixes in the reply to one long message. */
  readonly prefixes: number;
  /** Share of the quick pairs that were answered as one message. */
  readonly joined: number;
}

/** How it ended at SIGINT and at SIGTERM. */
export interface Ends {
  readonly interrupted: EndUnderWay;
  readonly terminated: EndUnderWay;
}

export interface Tried extends Replies {
  readonly name: string;
  /** Undefined where it was not told to end. */
  readonly ends?: Ends;
}

/** One that was told to end too. */
export type TriedToTheEnd = Tried & { readonly ends: Ends };

/** The reply to “é”, in however many packets it came. */
export const right = 'Echo: é';

/** The report's design. */
export async function trySeed(lab: Lab): Promise<TriedToTheEnd> {
  const { threads } = pythonServers;
  const [messages, ends] = await Promise.all([
    lab.serve(threads, [], (server) => tryMessages(lab, server, '')),
    tryEnds(lab, (use) => lab.serve(threads, [...threads.logFlags, '--work', String(work)], use)),
  ]);
  return { name: seedName, ...messages, ends };
}

/**
 * One of ours, with each framing.
 *
 * @throws ExperimentError where it breaks the contract
 */
export async function tryOurs(lab: Lab, approach: Approach): Promise<readonly [TriedToTheEnd, Tried]> {
  const { name } = approach;
  const quiet = ['--log-level', 'warn'];
  const [chunk, line, ends] = await Promise.all([
    lab.serve(approach, quiet, (server) => tryMessages(lab, server, '')),
    lab.serve(approach, [...quiet, '--framing', 'line'], (server) => tryMessages(lab, server, '\n')),
    tryEnds(lab, (use) => lab.serve(approach, ['--work', `sleep:${work}ms`], use)),
  ]);
  const wrong = [...chunk.splits, ...line.splits].find((reply) => reply !== right);
  if (wrong !== undefined) throw contractBroken(name, `“é” in two packets got ${JSON.stringify(wrong)}`);
  for (const { answered, clients } of [ends.interrupted, ends.terminated]) {
    if (answered < clients) throw contractBroken(name, `${clients - answered}/${clients} lost their reply at its end`);
  }
  return [
    { name, ...chunk, ends },
    { name: `${name} --framing line`, ...line },
  ];
}

/** @param end of a message: the line's, where a message is a line */
async function tryMessages(lab: Lab, { address }: LabServer, end: '' | '\n'): Promise<Replies> {
  const [first = 0, ...rest] = Buffer.from(`é${end}`);
  const came = await lab.repeat(splits, () => sendApart(address, [Buffer.of(first), Buffer.from(rest)]));
  const long = await rawExchange(address, ['x'.repeat(longBytes) + end]);
  const quick = await lab.repeat(pairs, () => rawExchange(address, [`um${end}`, `dois${end}`]));
  return {
    splits: came.map((reply) => reply.replace(/\n$/, '')),
    prefixes: prefixesIn(long),
    joined: quick.filter((replies) => prefixesIn(replies) === 1).length / quick.length,
  };
}

function prefixesIn(replies: string): number {
  return replies.split('Echo: ').length - 1;
}

async function tryEnds(lab: Lab, serve: (use: (server: LabServer) => Promise<EndUnderWay>) => Promise<EndUnderWay>): Promise<Ends> {
  const [interrupted, terminated] = await Promise.all([
    serve((server) => endUnderWay(lab, server, 'SIGINT', waiting)),
    serve((server) => endUnderWay(lab, server, 'SIGTERM', waiting)),
  ]);
  return { interrupted, terminated };
}
