import { pssOf } from '#machine';
import { cpusFor, LoadProcess, loadServer, LoopDelay, MeasureError, monotonic, RunningServer } from '#measure';
import type { BenchOptions } from './bench-options.ts';
import type { BenchServer } from './bench-server.ts';
import { delayFigures } from './figures-of.ts';
import type { Extent, Scenario } from './scenario.ts';
import type { Tally } from './tally.ts';
import { whyWithout } from './why-without.ts';

/** How long a server of ours may drain, ms: its own time for that, and some more. */
const endsWithin = 15_000;

/** Fewer have no range. */
const fewestRounds = 2;

/**
 * Measures servers in turn, round after round, and has each tally told.
 *
 * @param over on the clock of performance.now(): no round is begun that would end later, but for the first two
 */
export async function measureRounds(
  servers: readonly BenchServer[],
  { rounds, over }: { readonly rounds: number; readonly over: number },
  extent: Extent,
  tallyOf: (scenario: Scenario, server: BenchServer) => Tally,
  { scenarios, pin, signal, onProgress }: BenchOptions,
): Promise<void> {
  const cpus = pin && cpusFor(pin);
  await using generator = new LoadProcess(cpus?.load);
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

  /** One start of a server, and the scenarios on it. */
  async function measureOnce(server: BenchServer, share: readonly Scenario[]): Promise<void> {
    const began = performance.now();
    const spec = server.spec(share[0]?.flags?.(extent) ?? []);
    const delay = share[0]?.probed && new LoopDelay();
    await using running = await RunningServer.start(delay?.probed(spec) ?? spec, cpus?.server, signal, delay?.onLine);
    const started = { 'start-up': performance.now() - began, memory: pssOf(running.pid) };
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
