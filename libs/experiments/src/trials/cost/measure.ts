import type { Approach } from '#approaches';
import { descriptorsOf, pssOf, threadsOf } from '#machine';
import { connectionMemory, firstConnections, Histogram, type HistogramData, type LoadMode, type LoadPlan, type LoadResult, runLoad, stepsPerMs } from '#measure';
import { contractBroken } from '../../running/contract-broken.ts';
import { IdleClients } from './idle-clients.ts';
import type { Lab } from '../../running/lab.ts';
import type { LabServer } from '../../running/lab-server.ts';
import type { PythonServer } from '../../running/python-servers.ts';

/** One that can be asked for framing line. */
export type Costed = Approach | PythonServer;

export interface CostPlan {
  /** Idle connections, and how many clients then talk, from many to few; undefined where neither is wanted. */
  readonly crowd: { readonly connections: number; readonly talking: readonly number[] } | undefined;
  /** For how long they talk, ms. */
  readonly talk: number;
  /** For how long messages and connections are counted, ms. */
  readonly load: number;
}

/** What one start of a server cost, over its whole process tree: by the names of `Findings.figures`. */
export interface ServerCost {
  /** From asking for the process to its line that it listens, ms. */
  readonly 'start-up': number;
  /** PSS in bytes when it listens, and what one more idle connection adds; undefined where none was wanted or would be served. */
  readonly 'memory-idle': number;
  readonly 'memory-connection': number | undefined;
  readonly threads: number;
  /** While it holds the idle connections. */
  readonly 'threads-held': number | undefined;
  readonly descriptors: number;
  /** CPU time, µs. */
  readonly 'cpu-message': number;
  readonly 'cpu-connection': number;
  /** From sending a message to the first byte of its reply, where hardly anybody else is there, ms: half and 99 of 100. */
  readonly 'reply-p50': number;
  readonly 'reply-p99': number;
}

/** How long replies took, ms, by how many clients talked; empty where one is served at a time. */
export type Latencies = ReadonlyMap<number, readonly number[]>;

/** What came of one start of a server. */
export interface CostRun {
  readonly costs: ServerCost;
  /** Undefined where no clients were to talk. */
  readonly latencies: Latencies | undefined;
}

/** How often each client talks, ms, and how many are loading at once. */
const talkEvery = 200;
const loading = 50;
const messageBytes = 100;
const warmup = 60;

/** Messages a second, at random moments, of which hardly two meet, and how many of them. */
export const lightRate = 500;
const lightMessages = 300;

/**
 * Starts a server and finds out what it costs.
 *
 * @throws MeasureError, ExperimentError
 */
export function serverCost(lab: Lab, approach: Costed, plan: CostPlan): Promise<CostRun> {
  const asked = performance.now();
  // What none of them is to be slow for: lines of a log, and a queue that overflows.
  const flags = 'main' in approach ? ['--log-level', 'warn'] : ['--backlog', '1024'];
  return lab.serve(approach, ['--framing', 'line', ...flags], async (server) => {
    const listening = {
      'start-up': performance.now() - asked,
      'memory-idle': pssOf(server.pid),
      threads: threadsOf(server.pid),
      descriptors: descriptorsOf(server.pid),
    };
    const held = plan.crowd && (await holdCrowd(lab, server, plan.crowd));
    const costs = {
      ...listening,
      'memory-connection': held?.memory,
      'threads-held': held?.threads,
      'cpu-message': await cpuOf(server, approach, 'message', plan.load),
      'cpu-connection': await cpuOf(server, approach, 'connect', plan.load),
      ...(await replyTimes(server, approach)),
    };
    // Last: while thousands that were idle are let go of, here and there, nobody is answered soon.
    return { costs, latencies: plan.crowd && (await latenciesOfCrowd(server, approach, plan.crowd, plan.talk)) };
  });
}

type Crowd = NonNullable<CostPlan['crowd']>;

/** @returns bytes that one of them takes, and the threads of the server while it holds all */
async function holdCrowd(
  lab: Lab,
  server: LabServer,
  { connections }: Crowd,
): Promise<{ readonly memory: number; readonly threads: number }> {
  lab.progress(`${server.name}: ${connections} clients`);
  const clients = new IdleClients(server);
  await clients.openUpTo(firstConnections);
  const first = { connections: firstConnections, pss: pssOf(server.pid) };
  await clients.openUpTo(connections);
  const memory = connectionMemory([first, { connections, pss: pssOf(server.pid) }]) ?? NaN;
  const threads = threadsOf(server.pid);
  await clients.closeDownTo(0);
  return { memory, threads };
}

async function latenciesOfCrowd(
  server: LabServer,
  { serves }: Costed,
  { talking }: Crowd,
  duration: number,
): Promise<Latencies> {
  const clients = new IdleClients(server);
  const latencies = new Map<number, readonly number[]>();
  if (serves === 'serial') return latencies;
  await clients.openUpTo(Math.max(0, ...talking));
  for (const count of talking) {
    await clients.closeDownTo(count);
    latencies.set(count, await clients.talk({ every: talkEvery, duration }));
  }
  await clients.closeDownTo(0);
  return latencies;
}

/** µs of CPU time for each message, or for each client that comes with one message and goes. */
async function cpuOf(server: LabServer, { serves }: Costed, mode: LoadMode, duration: number): Promise<number> {
  const connections = mode === 'message' && serves === 'serial' ? 1 : loading;
  const plan = { mode, connections, inFlight: 1, size: messageBytes, warmup, limit: { duration } };
  const { messages, cpu } = await loaded(server, plan);
  return (cpu.user + cpu.system) / messages;
}

async function replyTimes(server: LabServer, { serves }: Costed): Promise<Pick<ServerCost, 'reply-p50' | 'reply-p99'>> {
  const { service } = await loaded(server, {
    mode: 'open',
    connections: serves === 'serial' ? 1 : loading,
    inFlight: 1,
    size: messageBytes,
    warmup,
    limit: { messages: lightMessages },
    arrivals: { perSecond: lightRate, spacing: 'poisson', seed: 1 },
  });
  const times = Histogram.from(service as HistogramData);
  return { 'reply-p50': times.percentile(50) / stepsPerMs, 'reply-p99': times.percentile(99) / stepsPerMs };
}

async function loaded(server: LabServer, plan: LoadPlan): Promise<LoadResult> {
  const result = await runLoad(server.address, plan, server.pid);
  const { errors } = result;
  if (errors.first === undefined) return result;
  throw contractBroken(server.name, errors.first);
}
