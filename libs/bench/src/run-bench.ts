import { existsSync } from 'node:fs';
import { busyElsewhere, descriptorLimit, findPython, hashRounds, readEnvironment } from '#machine';
import { MeasureError } from '#measure';
import { type BenchRecord, type BenchScenario, parseBenchRecord, type Statement, writeRecord } from '#record';
import type { BenchOptions } from './bench-options.ts';
import { type BenchServer, commandOf, peerServer } from './bench-server.ts';
import { checkServer } from './check-server.ts';
import { extentOf } from './extent-of.ts';
import { benchFigures } from './figures.ts';
import { measureRounds } from './measure-rounds.ts';
import { preparePeer } from './prepare-peer.ts';
import { repeatCommand } from './repeat-command.ts';
import type { Extent, Scenario } from './scenario.ts';
import { Tally } from './tally.ts';
import { whyWithout } from './why-without.ts';

/** CPU time of a message where computing is what is measured, ms: much more than what else a message costs. */
const hashMs = 1;

/** How long the machine is watched for what others do on it, ms. */
const busyWindow = 1_000;

/** Descriptors that a server needs beside its connections, with room to spare. */
const otherDescriptors = 200;

/**
 * Measures servers in turn, round after round, each round with a fresh process that goes through all scenarios: what
 * disturbs the machine for a while disturbs all of them.
 *
 * @returns what was measured, also where a failure or the signal ended it
 */
export async function runBench(options: BenchOptions): Promise<BenchRecord> {
  const { size, scenarios, signal, describe } = options;
  const startedAt = new Date().toISOString();
  const start = performance.now();
  const environment = await readEnvironment(await findPython());
  const skipped: { server: string; reason: Statement }[] = [];
  const ready: BenchServer[] = [];
  const busy: { before?: number | undefined; after?: number | undefined } = {};
  const tallies = new Map<string, Tally>();
  const tallyOf = (scenario: Scenario, server: BenchServer): Tally => {
    const key = `${scenario.id} ${server.name}`;
    const tally = tallies.get(key) ?? new Tally();
    tallies.set(key, tally);
    return tally;
  };
  let failure: Statement | undefined;
  let extent: Extent | undefined;
  try {
    if (!existsSync('/proc/self/smaps_rollup')) throw new MeasureError({ code: 'no-proc' });
    busy.before = await busyElsewhere(busyWindow, signal);
    ready.push(...(await readyServers(options, skipped)));
    const connections = descriptorLimit() - otherDescriptors;
    const plan = extentOf({ size, servers: ready.length, scenarios, rounds: options.rounds });
    const { duration, warmup } = plan;
    extent = { duration, warmup, size, rate: options.rate, connections, hashRounds: hashRounds(hashMs) };
    await measureRounds(ready, { rounds: plan.rounds, over: start + plan.over }, extent, tallyOf, options);
    busy.after = await busyElsewhere(busyWindow, signal);
  } catch (error) {
    if (!signal.aborted) failure = describe(error);
  }

  const baseline =
    options.baseline ?? (ready.find(({ name }) => name === 'server-async') ?? ready[0])?.name ?? '';
  const known = extent ?? { size, rate: options.rate, duration: 0, warmup: 0, connections: 0, hashRounds: 0 };
  const { before, after = before } = busy;
  const record: BenchRecord = {
    schema: 'echo-lab/bench',
    version: 1,
    startedAt,
    took: performance.now() - start,
    size,
    command: options.command,
    environment: { ...environment, ...(before !== undefined && after !== undefined && { busy: { before, after } }) },
    rounds: Math.max(0, ...[...tallies.values()].map((tally) => tally.rounds)),
    pin: options.pin ?? 'none',
    baseline,
    servers: ready.map((server) => ({ name: server.name, kind: server.kind, command: commandOf(server) })),
    skipped,
    figures: [...benchFigures],
    scenarios: scenarios.map((scenario) => scenarioRecord(scenario, known, ready, baseline, tallyOf, options)),
    ...(failure !== undefined && { failure }),
    interrupted: signal.aborted,
  };
  // As a reader will find it: what is drawn now and what is drawn from the file later must not differ.
  return parseBenchRecord(writeRecord(record));
}

/** Builds the peers, and holds all that are not ours to the contract; ours are held to it by their own tests. */
async function readyServers(
  { servers, peers, signal, onProgress }: BenchOptions,
  skipped: { server: string; reason: Statement }[],
): Promise<readonly BenchServer[]> {
  const ready = [...servers];
  for (const peer of peers) {
    onProgress({ kind: 'building', server: peer.name });
    const reason = await preparePeer(peer, signal);
    if (reason === undefined) ready.push(peerServer(peer));
    else {
      skipped.push({ server: peer.name, reason });
      onProgress({ kind: 'skipped', server: peer.name, reason });
    }
  }
  const strangers = ready.filter(({ kind }) => kind !== 'approach');
  // Nothing is timed yet, and most of it is waiting.
  const check = async (): Promise<void> => {
    for (let server = strangers.shift(); server !== undefined; server = strangers.shift()) {
      onProgress({ kind: 'checking', server: server.name });
      await checkServer(server, signal);
    }
  };
  await Promise.all(Array.from({ length: 4 }, check));
  return ready;
}

function scenarioRecord(
  scenario: Scenario,
  extent: Extent,
  servers: readonly BenchServer[],
  baseline: string,
  tallyOf: (scenario: Scenario, server: BenchServer) => Tally,
  { sameFlags }: BenchOptions,
): BenchScenario {
  const { id, title, describe, headline, figures } = scenario;
  const held = servers.find(({ name }) => name === baseline);
  return {
    id,
    title,
    description: describe(extent),
    headline,
    figures: [...figures],
    results: servers.flatMap((server) => {
      const tally = tallyOf(scenario, server);
      if (tally.rounds === 0) return [];
      const other = held === undefined || held === server ? undefined : tallyOf(scenario, held);
      return [tally.resultOf(server.name, repeatCommand(id, server, held, sameFlags), figures, other)];
    }),
    without: servers.flatMap((server) => {
      const reason = whyWithout(scenario, server);
      return reason === undefined ? [] : [{ server: server.name, reason }];
    }),
  };
}
