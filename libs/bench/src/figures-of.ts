import { connectionMemory, Histogram, type LoadResult, stepsPerMs } from '#measure';
import type { FigureId } from './figures.ts';

/** What one server came to in one round of a scenario, in the units of the figures. */
export type RoundFigures = Readonly<Partial<Record<FigureId, number>>>;

const percentiles = [
  ['p50', 50],
  ['p90', 90],
  ['p99', 99],
  ['p99.9', 99.9],
  ['p99.99', 99.99],
] as const;

/** Every figure that a load can tell; a scenario takes its own from them. */
export function figuresOf(result: LoadResult): RoundFigures {
  const { messages, seconds, cpu, switches, busiest, held = [] } = result;
  const each = (microseconds: number): number => microseconds / messages;
  const latency = Histogram.from(result.latency);
  const service = result.service && Histogram.from(result.service);
  const [last, memory] = [held.at(-1), connectionMemory(held)];
  const total = each(cpu.user + cpu.system);
  return {
    cpu: total,
    'cpu-connection': total,
    'cpu-user': each(cpu.user),
    'cpu-system': each(cpu.system),
    rate: messages / seconds,
    'rate-connections': messages / seconds,
    ...Object.fromEntries(percentiles.flatMap(([id, percent]) => at(id, latency, percent))),
    max: latency.max / stepsPerMs,
    ...(service && Object.fromEntries([...at('service-p99', service, 99), ...at('service-p99.9', service, 99.9)])),
    switches: switches / messages,
    ...(Number.isFinite(busiest) && { busiest }),
    ...(last !== undefined && memory !== undefined && { 'memory-connection': memory, memory: last.pss }),
  };
}

/** @param delay of the event loop that fared worst */
export function delayFigures(delay: Histogram | undefined): RoundFigures {
  return delay ? Object.fromEntries(at('loop-delay-p90', delay, 90)) : {};
}

function at(id: FigureId, histogram: Histogram, percent: number): [FigureId, number][] {
  return hasPercentile(histogram, percent) ? [[id, histogram.percentile(percent) / stepsPerMs]] : [];
}

/** Whether enough was recorded for one value to lie above it. */
export function hasPercentile({ count }: Histogram, percent: number): boolean {
  // Rounded, or 0.1 % of 1,000 would be a hair less than 1.
  return Math.round(count * (100 - percent)) >= 100;
}
