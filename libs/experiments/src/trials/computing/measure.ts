import { compare, type Quantity, quantity, spread, type Text, type Timeline } from '#record';
import type { Approach } from '#approaches';
import { BareThreads } from '#machine';
import { Clock } from '../../running/clock.ts';
import type { Lab } from '../../running/lab.ts';
import type { LabServer } from '../../running/lab-server.ts';
import { lightClients } from './light-clients.ts';
import { percentile } from '../../statistics/percentile.ts';
import { requireOk } from '../../clients/require-ok.ts';
import type { Served } from '../../running/serve-all.ts';
import { throughput } from './throughput.ts';
import { timelineOf } from '../../findings/timeline-of.ts';
import type { Pair, Speed } from './judge.ts';

/** What a message computes, on one core, ms; what one of the heavy client's does; and what one waits, where it waits. */
export const messageMs = 10;
export const heavyMs = 100;
export const waitMs = 150;

/** Clients whose messages cost nothing, and how often each of them sends, ms. */
export const lightCount = 8;
export const lightEvery = 10;

/** How many messages' worth a bare thread computes at once. */
const bareMessages = 8;

const durations = { quick: 120, default: 240, thorough: 1_000 };
const lightDurations = { quick: 250, default: 700, thorough: 2_000 };
export const rounds = { quick: 2, default: 3, thorough: 5 };
const lightRounds = { quick: 1, default: 2, thorough: 5 };

/** How much the servers compute. */
export interface Speeds {
  /** How many clients, from one to twice the cores. */
  readonly steps: readonly number[];
  readonly servers: readonly Speed[];
  /** What bare threads gain, one a core, in the same rounds. */
  readonly machine: Quantity;
}

/** What light clients meet on one server. */
export interface Light {
  readonly approach: Pick<Approach, 'name'>;
  /** p99 of all light clients, ms. */
  readonly alone: Quantity;
  readonly beside: Quantity;
  /** Share of the light clients who had to wait for a heavy message at least half through. */
  readonly heldUp: Quantity;
}

/** Lets all servers take turns with ever more clients whose messages compute so many rounds. */
export async function measureSpeeds(lab: Lab, all: readonly Served[], messageRounds: number): Promise<Speeds> {
  const message = `compute ${messageRounds}`;
  const most = 2 * lab.cores;
  // What lies between one client and the most is drawn, and nothing is judged by it.
  const steps = lab.size === 'quick' ? [1, most] : doublings(most);
  const speeds = all.map(({ approach, server }) => ({ approach, server, perSecond: steps.map((): number[] => []) }));
  await using threads = await BareThreads.start(lab.cores);
  const machine = await lab.repeat(rounds, async (round) => {
    const gained = await threads.speedUp(messageRounds * bareMessages);
    // A server's steps directly after one another, so that each is held against one client of about the same moment.
    for (const { server, perSecond } of speeds) {
      for (const [step, clients] of steps.entries()) {
        lab.progress(`${server.name}: ${clients} clients, round ${round + 1}`);
        perSecond[step]?.push(await throughput(server, { clients, message, duration: lab.pick(durations) }));
      }
    }
    return gained;
  });
  const servers = speeds.map(({ approach, perSecond }) => ({
    approach,
    perSecond,
    speedUp: compare(perSecond.at(-1) ?? [], perSecond[0] ?? []).ratio,
  }));
  return { steps, servers, machine: spread(machine, 'ratio') };
}

/** 1, 2, 4 … and `most`. */
function doublings(most: number): readonly number[] {
  const steps: number[] = [];
  for (let step = 1; step < most; step *= 2) steps.push(step);
  return [...steps, most];
}

/**
 * Lets clients send messages that cost nothing, alone and beside one that sends `heavy`. Not where one client is served at a time:
 * there, light ones would wait for the end of the heavy one and not for its messages.
 */
export async function measureLight(lab: Lab, servers: readonly Served[], heavy: string): Promise<readonly Light[]> {
  const concurrent = servers.filter(({ approach }) => approach.serves === 'overlapping');
  const load = { clients: lightCount, every: lightEvery, duration: lab.pick(lightDurations) };
  const all = concurrent.map((served) => ({ ...served, alone: [] as number[], beside: [] as number[], heldUp: [] as number[] }));
  await lab.repeat(lightRounds, async (round) => {
    for (const { server, alone, beside, heldUp } of all) {
      lab.progress(`${server.name}: a heavy client, round ${round + 1}`);
      alone.push(percentile((await lightClients(server, { ...load, duration: load.duration / 2 })).flat(), 0.99));
      const waits = await lightClients(server, { ...load, heavy });
      beside.push(percentile(waits.flat(), 0.99));
      heldUp.push(waits.filter((own) => Math.max(...own) >= heavyMs / 2).length / lightCount);
    }
  });
  return all.map(({ approach, alone, beside, heldUp }) => ({
    approach,
    alone: spread(alone, 'ms'),
    beside: spread(beside, 'ms'),
    heldUp: spread(heldUp, 'share'),
  }));
}

/** Has two clients send together, on one server: messages that wait, and messages that compute as long. */
export async function measurePair(
  lab: Lab,
  { server }: Served,
  computed: string,
): Promise<Pair & { readonly timelines: Timeline[] }> {
  lab.progress(`${server.name}: two clients`);
  const waiting = await twoTogether(lab, server, `wait ${waitMs}`, {
    en: `Two clients whose messages wait, on ${server.name}`,
    'pt-BR': `Dois clientes cujas mensagens esperam, em ${server.name}`,
  });
  const computing = await twoTogether(lab, server, computed, {
    en: `Two clients whose messages compute, on ${server.name}`,
    'pt-BR': `Dois clientes cujas mensagens usam a CPU, em ${server.name}`,
  });
  return { server: server.name, waiting, computing, timelines: [waiting.timeline, computing.timeline] };
}

async function twoTogether(
  lab: Lab,
  server: LabServer,
  message: string,
  title: Text,
): Promise<Pair['waiting'] & { readonly timeline: Timeline }> {
  const clock = new Clock();
  const clients = [1, 2].map((number) => lab.client(server, { number, clock, messages: [`${message}\n`] }));
  const visits = requireOk(server.name, await Promise.all(clients.map(({ done }) => done)));
  const replies = visits.map(({ replied, sent }) => (replied ?? NaN) - (sent ?? NaN));
  return {
    apart: quantity(Math.max(...replies) - Math.min(...replies), 'ms'),
    last: quantity(Math.max(...replies), 'ms'),
    timeline: timelineOf(server.trace(clock, visits), title),
  };
}
