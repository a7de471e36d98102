import { Histogram, type HistogramData, type LoadResult, stepsPerMs } from '#measure';
import { type BenchResult, compare, median, spread } from '#record';
import { type FigureId, unitOf } from './figures.ts';
import { isLimited } from './is-limited.ts';
import { figuresOf, hasPercentile, type RoundFigures } from './figures-of.ts';

const percents = [0, 10, 25, 50, 75, 90, 95, 99, 99.5, 99.9, 99.95, 99.99];

/** What one server came to in one scenario, round after round. */
export class Tally {
  readonly #rounds: RoundFigures[] = [];
  readonly #results: LoadResult[] = [];

  add(figures: RoundFigures): void {
    this.#rounds.push(figures);
  }

  /** @param more what the load itself doesn't tell */
  addLoad(result: LoadResult, more: RoundFigures = {}): void {
    this.#results.push(result);
    this.#rounds.push({ ...figuresOf(result), ...more });
  }

  get rounds(): number {
    return this.#rounds.length;
  }

  /** Its value in the last round, and whether the load generator limited that. */
  latest(figure: FigureId): { readonly value: number; readonly limited: boolean } | undefined {
    const value = this.#rounds.at(-1)?.[figure];
    return value === undefined ? undefined : { value, limited: isLimited(this.#results.at(-1) ?? {}, figure) };
  }

  /** The value of every round; none where a round has none, since rounds are compared one by one. */
  values(figure: FigureId): readonly number[] {
    const values = this.#rounds.flatMap((round) => round[figure] ?? []);
    return values.length === this.#rounds.length ? values : [];
  }

  /** @param baseline undefined where there is none, or this is it */
  resultOf(
    server: string,
    command: string,
    figures: readonly FigureId[],
    baseline: Tally | undefined,
  ): BenchResult {
    const known = figures.filter((figure) => this.values(figure).length > 0);
    // A round of the baseline's own is needed for each: one that was stopped may have fewer.
    const held = known.filter((figure) => (baseline?.values(figure)[0] ?? 0) > 0);
    return {
      server,
      command,
      rounds: Object.fromEntries(known.map((figure) => [figure, [...this.values(figure)]])),
      figures: Object.fromEntries(known.map((figure) => [figure, spread(this.values(figure), unitOf(figure) ?? 'plain')])),
      ratios: Object.fromEntries(
        held.map((figure) => {
          const { ratio, different } = compare(this.values(figure), baseline?.values(figure) ?? []);
          // One round has no range, and nothing can be said.
          return [figure, { ratio, different: different && ratio.repeats !== undefined }];
        }),
      ),
      latency: this.#latency(),
      memory: this.#memory(),
      ...(this.#results.length > 0 && { generator: this.#generator() }),
    };
  }

  #latency(): BenchResult['latency'] {
    const latency = merged(this.#results.map((result) => result.latency));
    const service = merged(this.#results.flatMap((result) => result.service ?? []));
    const inMs = (histogram: Histogram, percent: number): number => histogram.percentile(percent) / stepsPerMs;
    return percents
      .filter((percent) => hasPercentile(latency, percent))
      .map((percent) => ({
        percent,
        ms: inMs(latency, percent),
        ...(service.count > 0 && { service: inMs(service, percent) }),
      }));
  }

  #memory(): BenchResult['memory'] {
    const steps = this.#results[0]?.held ?? [];
    return steps.map(({ connections }, step) => ({
      connections,
      bytes: median(this.#results.flatMap(({ held }) => held?.[step]?.pss ?? [])),
    }));
  }

  #generator(): NonNullable<BenchResult['generator']> {
    const all = this.#results.map(({ generator }) => generator);
    const worst = (of: 'busy' | 'delay' | 'late' | 'behind'): number => Math.max(...all.map((one) => one[of]));
    const limited = all.filter((one) => one.limited).length * 2 > all.length;
    return { busy: worst('busy'), delay: worst('delay'), late: worst('late'), behind: worst('behind'), limited };
  }
}

function merged(all: readonly HistogramData[]): Histogram {
  const sum = new Histogram();
  for (const data of all) sum.merge(Histogram.from(data));
  return sum;
}
