import type { BenchRecord, BenchResult, BenchScenario, Chart, Curves, Text } from '#record';
import { percentiles } from '../charts/axis-scale.ts';
import { inAll } from '../texts/in-all.ts';

/** A server's name is the same in every language. */
function named(name: string): Text {
  return { en: name, 'pt-BR': name };
}

/** What a scenario came to, to look at: ratios to the baseline, latency by percentile, memory by connections. */
export function benchCharts(record: BenchRecord, scenario: BenchScenario): readonly Chart[] {
  return [ratioBars(record, scenario), latencyCurves(scenario), memoryCurves(scenario)].filter((chart) => chart !== undefined);
}

function ratioBars({ baseline, figures }: BenchRecord, { headline, results }: BenchScenario): Chart | undefined {
  const bars = results.flatMap(({ server, ratios }) => {
    const held = ratios[headline];
    if (held === undefined) return [];
    const { value, low, high } = held.ratio;
    const label: Text = held.different ? named(server) : inAll(({ bench }) => `${server}: ${bench.notToldApart}`);
    return [{ label, server, value, ...(low !== undefined && { low }), ...(high !== undefined && { high }) }];
  });
  if (bars.length === 0) return undefined;
  const name = figures.find(({ id }) => id === headline)?.label ?? named(headline);
  return {
    kind: 'bars',
    title: inAll(({ bench }, language) => bench.ratioTitle(name[language], baseline)),
    description: inAll(({ bench }) => bench.ratioDescription),
    unit: 'ratio',
    bars,
    mark: { value: 1, label: named(baseline) },
  };
}

function latencyCurves(scenario: BenchScenario): Chart | undefined {
  const pointsOf = ({ latency }: BenchResult): Points =>
    latency.filter(({ percent }) => percentiles.includes(percent)).map(({ percent, ms }) => ({ x: percent, y: ms }));
  return curves(scenario, pointsOf, {
    title: inAll(({ bench }) => bench.latencyTitle),
    description: inAll(({ bench }) => bench.latencyDescription),
    x: { label: inAll(({ bench }) => bench.percentile), unit: 'percentile', scale: 'log' },
    y: { label: inAll(({ bench }) => bench.latency), unit: 'ms', scale: 'log' },
  });
}

function memoryCurves(scenario: BenchScenario): Chart | undefined {
  const pointsOf = ({ memory }: BenchResult): Points => {
    const points = memory.filter(({ connections }) => connections > 0).map(({ connections, bytes }) => ({ x: connections, y: bytes }));
    return points.length < 2 ? [] : points;
  };
  return curves(scenario, pointsOf, {
    title: inAll(({ bench }) => bench.memoryTitle),
    description: inAll(({ bench }) => bench.memoryDescription),
    x: { label: inAll(({ bench }) => bench.connections), unit: 'count', scale: 'log' },
    y: { label: inAll(({ bench }) => bench.memory), unit: 'bytes', scale: 'log' },
  });
}

type Points = Curves['series'][number]['points'];

/** A curve for each server that has points; undefined where none has. */
function curves(
  { results }: BenchScenario,
  pointsOf: (result: BenchResult) => Points,
  words: Pick<Curves, 'title' | 'description' | 'x' | 'y'>,
): Curves | undefined {
  const all = results.map((result) => ({ label: named(result.server), server: result.server, points: pointsOf(result) }));
  const series = all.filter(({ points }) => points.length > 0).map((one) => ({ ...one, kind: 'measured' as const }));
  return series.length === 0 ? undefined : { kind: 'curves', ...words, series };
}
