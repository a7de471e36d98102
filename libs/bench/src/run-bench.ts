import { existsSync } from 'node:fs';
import { type Peer } from '#approaches';
import { busyElsewhere, descriptorLimit, findPython, hashRounds, pssOf, readEnvironment } from '#machine';
import {
  cpusFor,
  LoadProcess,
  loadServer,
  LoopDelay,
  MeasureError,
  monotonic,
  type Pinning,
  RunningServer,
} from '#measure';
import { type BenchRecord, type BenchScenario, parseBenchRecord, type Size, type Statement, statement } from '#record';
import { type BenchServer, commandOf, peerServer } from './bench-server.ts';
import { checkServer } from './check-server.ts';
import { extentOf } from './extent-of.ts';
import { benchFigures } from './figures.ts';
import { delayFigures } from './figures-of.ts';
import { preparePeer } from './prepare-peer.ts';
import { repeatCommand } from './repeat-command.ts';
import type { Extent, Scenario } from './scenario.ts';
import { Tally } from './tally.ts';

export interface BenchOptions {
  /** Ours and those that were given; the peers come behind them. */
  readonly servers: readonly BenchServer[];
  readonly peers: readonly Peer[];
  readonly scenarios: readonly Scenario[];
  readonly size: Size;
  /** Undefined for as many as the size has. */
  readonly rounds: number | undefined;
  /** Messages a second of the open loop. */
  readonly rate: number;
  /** Undefined for server-async, or the first where that is not measured. */
  readonly baseline: string | undefined;
  readonly pin: Pinning | undefined;
  /** What repeats all of it, and the flags of it that repeating a part takes, too. */
  readonly command: string;
  readonly sameFlags: readonly string[];
  /** Aborted, what was measured by then is what there is. */
  readonly signal: AbortSignal;
  /** Puts into words what ended it early. */
  readonly describe: (error: unknown) => Statement;
  readonly onProgress: (progress: BenchProgress) => void;
}

/** What happens, for people who wait. */
export type BenchProgress =
  | { readonly kind: 'building' | 'checking'; readonly server: string }
  | { readonly kind: 'skipped'; readonly server: string; readonly reason: Statement }
  | {
      readonly kind: 'measured';
      readonly server: string;
      readonly round: number;
      readonly rounds: number;
      /** The headline of each scenario, by its figure. */
      readonly headlines: readonly (readonly [scenario: Scenario, value: number, limited: boolean])[];
    };

/** CPU time of a message where computing is what is measured, ms: much more than what else a message costs. */
const hashMs = 1;

/** How long a server of ours may drain, ms: its own time for that, and some more. */
const endsWithin = 15_000;

/** How long the machine is watched for what others do on it, ms. */
const busyWindow = 1_000;

/** Fewer have no range. */
const fewestRounds = 2;

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
  return parseBenchRecord(JSON.stringify(record));
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

/**
 * @param over on the clock of performance.now(): no round is begun that would end later, but for the first two
 */
async function measureRounds(
  servers: readonly BenchServer[],
  { rounds, over }: { readonly rounds: number; readonly over: number },
  extent: Extent,
  tallyOf: (scenario: Scenario, server: BenchServer) => Tally,
  { scenarios, pin, signal, onProgress }: BenchOptions,
): Promise<void> {
  const cpus = pin && cpusFor(pin);
  const generator = new LoadProcess(cpus?.load);
  try {
    for (let round = 0, took = 0; round < rounds; round++) {
      const began = performance.now();
      if (round >= fewestRounds && began + took > over) return;
      for (let turn = 0; turn < servers.length; turn++) {
        const server = servers[(round + turn) % servers.length];
        if (server === undefined) continue;
        const due = scenarios.filter(
          (scenario) => whyWithout(scenario, server) === undefined && round < (scenario.rounds ?? rounds),
        );
        // Those that share a server, and those that have one to themselves.
        const shares = [due.filter(({ flags }) => flags === undefined), ...due.filter(({ flags }) => flags).map((one) => [one])];
        for (const share of shares) if (share.length > 0) await measureOnce(server, share);
        const headlines = due.flatMap((scenario) => {
          const latest = tallyOf(scenario, server).latest(scenario.headline);
          return latest === undefined ? [] : [[scenario, latest.value, latest.limited] as const];
        });
        onProgress({ kind: 'measured', server: server.name, round: round + 1, rounds, headlines });
      }
      took = performance.now() - began;
    }
  } finally {
    await generator.end();
  }

  /** One start of a server, and the scenarios on it. */
  async function measureOnce(server: BenchServer, share: readonly Scenario[]): Promise<void> {
    const began = performance.now();
    const spec = server.spec(share[0]?.flags?.(extent) ?? []);
    const delay = share[0]?.probed && new LoopDelay();
    const running = await RunningServer.start(delay?.probed(spec) ?? spec, cpus?.server, signal, delay?.onLine);
    const started = { 'start-up': performance.now() - began, memory: pssOf(running.pid) };
    try {
      for (const scenario of share) {
        const plan = scenario.plan?.(extent);
        if (plan === undefined) {
          tallyOf(scenario, server).add(started);
          continue;
        }
        const result = await loadServer(running, generator, plan, signal);
        const to = monotonic();
        const { errors } = result;
        if (errors.first !== undefined) throw new MeasureError({ code: 'wrong-replies', server: server.name, errors });
        if (delay) await end(running, signal); // It tells as it ends.
        tallyOf(scenario, server).addLoad(result, delayFigures(delay?.worst(to - result.seconds * 1_000, to)));
      }
    } finally {
      await running.stop();
    }
  }
}

/** Has a server drain and end, or ends it where that takes too long or `signal` aborts. */
async function end(server: RunningServer, signal: AbortSignal): Promise<void> {
  const over = AbortSignal.any([signal, AbortSignal.timeout(endsWithin)]);
  const stop = (): void => void server.stop();
  over.addEventListener('abort', stop, { once: true });
  await server.end('SIGTERM');
  over.removeEventListener('abort', stop);
}

/** Why a scenario cannot be tried on a server. */
function whyWithout({ needs = [] }: Scenario, { serves, kind }: BenchServer): Statement | undefined {
  if (needs.includes('side-by-side') && serves === 'serial') {
    return statement({ en: 'it serves one connection at a time', 'pt-BR': 'ele atende uma conexão por vez' });
  }
  if (needs.includes('work') && kind !== 'approach') {
    return statement({ en: 'it has no work to do for a message', 'pt-BR': 'ele não tem trabalho a fazer por mensagem' });
  }
  return undefined;
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
