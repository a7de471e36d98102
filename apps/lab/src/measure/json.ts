import type { Figures, Summary } from '#measure';
import type { MeasureReport } from './table.ts';

/** The same for a program: one object, whose keys a later version of the schema only adds to. */
export function measureJson(
  report: MeasureReport,
  rounds: readonly (readonly Figures[])[],
  baseline: string,
): string {
  const { mode, connections, inFlight, size, warmup, limit } = report.load;
  return JSON.stringify({
    schema: 'echo-lab/measure/1',
    framing: 'line',
    mode,
    connections,
    inFlight,
    size,
    warmupMs: warmup,
    ...('duration' in limit ? { durationMs: limit.duration } : { messages: limit.messages }),
    baseline,
    servers: report.summaries.map((summary, index) => ({
      server: summary.server,
      connections: summary.connections,
      ratio: summary.ratio ?? null,
      median: costs(summary),
      rounds: (rounds[index] ?? []).map((figures) => ({
        messages: figures.messages,
        seconds: figures.seconds,
        ...costs(figures),
        loadCpuMicroseconds: figures.loadCpu,
      })),
    })),
  });
}

/** CPU times are µs a message. */
function costs({ messagesPerSecond, cpu, pss }: Summary | Figures): Record<string, number> {
  return {
    messagesPerSecond,
    cpuMicroseconds: cpu.total,
    cpuUserMicroseconds: cpu.user,
    cpuSystemMicroseconds: cpu.system,
    pssIdleBytes: pss.before,
    pssLoadedBytes: pss.after,
  };
}
