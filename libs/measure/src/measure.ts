import { existsSync } from 'node:fs';
import { pssOf } from '#machine';
import { cpusFor } from './pinning.ts';
import { type LoadErrors, type LoadPlan, maxBytesInFlight, minSize } from './load-plan.ts';
import { LoadProcess } from './load-process.ts';
import { loadServer } from './load-server.ts';
import { MeasureError } from './measure-error.ts';
import { RunningServer } from './running-server.ts';
import type { ServerSpec } from './server-spec.ts';

export interface MeasureOptions extends LoadPlan {
  readonly server: ServerSpec;
  /** Keeps the server on all CPUs but the last and the load on that one (taskset(1)). */
  readonly pin?: boolean;
  /** Aborted, everything that was started is ended. */
  readonly signal?: AbortSignal;
}

/** What one phase cost a server. Its CPU time and memory are those of its whole session. */
export interface Figures {
  readonly server: string;
  /** As they were used: 1 for a server that serves one at a time. */
  readonly connections: number;
  readonly messages: number;
  readonly seconds: number;
  readonly messagesPerSecond: number;
  /** CPU time a message, in µs. */
  readonly cpu: { readonly user: number; readonly system: number; readonly total: number };
  /** The load generator's own CPU time a message, in µs. */
  readonly loadCpu: number;
  /** Bytes of PSS: when it listened, and under load at the end of the phase. */
  readonly pss: { readonly before: number; readonly after: number };
  readonly errors: LoadErrors;
}

/**
 * Starts a server, loads it from a process of its own, and ends it.
 *
 * Messages that were lost, doubled or changed are counted in `errors`; where `errors.first` is set the other figures
 * mean nothing.
 *
 * @throws MeasureError where there are no figures; RangeError for a load that cannot be
 */
export async function measure(options: MeasureOptions): Promise<Figures> {
  checkLoad(options);
  if (!existsSync('/proc/self/smaps_rollup')) throw new MeasureError({ code: 'no-proc' });
  const { server: spec, mode, size, warmup, limit, signal = new AbortController().signal } = options;
  const cpus = options.pin === true ? cpusFor('apart') : undefined;
  await using server = await RunningServer.start(spec, cpus?.server, signal);
  const before = pssOf(server.pid);
  const connections = mode === 'message' && !spec.overlapping ? 1 : options.connections;
  const inFlight = mode === 'message' ? options.inFlight : 1;
  const plan: LoadPlan = { mode, connections, inFlight, size, warmup, limit };
  await using generator = new LoadProcess(cpus?.load);
  const result = await loadServer(server, generator, plan, signal);
  const { messages, seconds, cpu, errors } = result;
  const each = (microseconds: number): number => microseconds / messages;
  return {
    server: spec.name,
    connections,
    messages,
    seconds,
    messagesPerSecond: messages / seconds,
    cpu: { user: each(cpu.user), system: each(cpu.system), total: each(cpu.user + cpu.system) },
    loadCpu: each(result.generator.cpu),
    pss: { before, after: result.pss },
    errors,
  };
}

/** @throws RangeError */
export function checkLoad({ connections, inFlight, size }: LoadPlan): void {
  if (size < minSize) throw new RangeError(`a message needs ${minSize} bytes for its number`);
  if (connections * inFlight * (size + 1) > maxBytesInFlight) {
    throw new RangeError(`more than ${maxBytesInFlight} bytes would be in flight`);
  }
}
