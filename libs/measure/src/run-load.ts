import { ClosedLoop } from './closed-loop.ts';
import { ConnectLoop } from './connect-loop.ts';
import type { Address, Load } from './load.ts';
import type { LoadPlan, LoadResult } from './load-plan.ts';
import { Phase } from './phase.ts';
import { cpuTimeOf, pssOf } from './process-cost.ts';

/**
 * Loads a server: a warm-up, then the phase that counts, with the CPU time of the server's process tree read at its
 * two ends.
 *
 * @param pid the root of the server's process tree
 * @throws Error when a connection cannot be made
 */
export async function runLoad(address: Address, plan: LoadPlan, pid: number): Promise<LoadResult> {
  const load: Load =
    plan.mode === 'connect' ? new ConnectLoop(address, plan) : await ClosedLoop.open(address, plan);
  try {
    if (plan.warmup > 0) {
      const warmup = new Phase({ duration: plan.warmup });
      await load.run(warmup);
      if (warmup.errors.first !== undefined) return failedWarmup(warmup);
    }
    const own = process.cpuUsage();
    const before = cpuTimeOf(pid);
    const start = performance.now();
    const phase = new Phase(plan.limit);
    await load.run(phase);
    const seconds = (performance.now() - start) / 1_000;
    const after = cpuTimeOf(pid);
    const { user, system } = process.cpuUsage(own);
    return {
      messages: phase.replied,
      seconds,
      cpu: { user: after.user - before.user, system: after.system - before.system },
      pss: pssOf(pid),
      loadCpu: user + system,
      errors: phase.errors,
    };
  } finally {
    load.close();
  }
}

function failedWarmup({ errors, replied }: Phase): LoadResult {
  return { messages: replied, seconds: 0, cpu: { user: 0, system: 0 }, pss: 0, loadCpu: 0, errors };
}
