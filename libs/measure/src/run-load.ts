import { pssOf } from '#machine';
import { ClosedLoop } from './closed-loop.ts';
import { ConnectLoop } from './connect-loop.ts';
import { CpuSpan } from './cpu-span.ts';
import { GeneratorWatch } from './generator-watch.ts';
import { Histogram } from './histogram.ts';
import type { Address, Load } from './load.ts';
import type { Limit, LoadPlan, LoadResult } from './load-plan.ts';
import { OpenLoop } from './open-loop.ts';
import { Phase } from './phase.ts';

/**
 * Loads a server: a warm-up, then the phase that counts, with the CPU time of the server's session read at its
 * two ends.
 *
 * @param pid the leader of the server's session
 * @throws Error when a connection cannot be made
 */
export async function runLoad(address: Address, plan: LoadPlan, pid: number): Promise<LoadResult> {
  if (plan.mode === 'idle') return holdIdle(address, plan, pid);
  const load = await openLoad(address, plan);
  try {
    if (plan.warmup > 0) {
      const warmup = new Phase({ duration: plan.warmup });
      await load.run(warmup);
      if (warmup.errors.first !== undefined) return failedWarmup(warmup);
    }
    return await count(load, plan.limit, pid);
  } finally {
    await load.close();
  }
}

function openLoad(address: Address, plan: LoadPlan): Load | Promise<Load> {
  if (plan.mode === 'connect') return new ConnectLoop(address, plan);
  return plan.mode === 'open' ? OpenLoop.open(address, plan) : ClosedLoop.open(address, plan);
}

/** Opens connections step by step and reads the memory at each; then each sends a message, and all must be answered. */
async function holdIdle(address: Address, plan: LoadPlan, pid: number): Promise<LoadResult> {
  const held = [{ connections: 0, pss: pssOf(pid) }];
  const opening = new CpuSpan(pid);
  const loop = await ClosedLoop.open(address, plan, 0);
  try {
    for (const connections of plan.steps ?? [plan.connections]) {
      await loop.grow(connections);
      held.push({ connections, pss: pssOf(pid) });
    }
    const { user, system, busiest, switches } = opening.end();
    const result = await count(loop, { messages: plan.connections }, pid);
    // What a connection costs here is to be accepted; its one message is for the proof that it is still served.
    // All messages at once keep any generator busy, and nothing is said of their rate.
    const generator = { ...result.generator, limited: false };
    return { ...result, cpu: { user, system }, busiest, switches, held, generator };
  } finally {
    loop.close();
  }
}

async function count(load: Load, limit: Limit, pid: number): Promise<LoadResult> {
  const cpu = new CpuSpan(pid, load instanceof ConnectLoop);
  const watch = new GeneratorWatch();
  const start = performance.now();
  const phase = new Phase(limit);
  await load.run(phase);
  const seconds = (performance.now() - start) / 1_000;
  const { user, system, busiest, switches } = cpu.end();
  return {
    messages: phase.replied,
    seconds,
    cpu: { user, system },
    busiest,
    switches,
    pss: pssOf(pid),
    latency: phase.latency.toJSON(),
    ...(load instanceof OpenLoop && { service: load.service.toJSON() }),
    generator: watch.end(load instanceof OpenLoop ? load : undefined),
    errors: phase.errors,
  };
}

function failedWarmup({ errors, replied }: Phase): LoadResult {
  return {
    messages: replied,
    seconds: 0,
    cpu: { user: 0, system: 0 },
    busiest: NaN,
    switches: 0,
    pss: 0,
    latency: new Histogram().toJSON(),
    generator: { cpu: 0, busy: 0, delay: 0, late: 0, behind: 0, limited: false },
    errors,
  };
}
