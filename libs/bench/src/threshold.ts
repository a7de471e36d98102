import { parseDuration } from '#command-line';
import type { BenchRecord, Quantity, Unit } from '#record';
import { unitOf } from './figures.ts';
import { serverNamed } from './server-named.ts';

/** A figure that must lie on one side of a value. */
export interface Threshold {
  /** As it was asked for. */
  readonly text: string;
  /** Undefined for all. */
  readonly scenario: string | undefined;
  /** Undefined for all but the peers, which are there to be held against. */
  readonly server: string | undefined;
  /** Of a figure; `ratio` for that of the scenario's headline to the baseline. */
  readonly figure: string;
  readonly operator: '<' | '<=' | '>' | '>=';
  readonly value: number;
}

/** A figure that does not keep to a threshold. `found` is undefined where there is no such figure in the record. */
export interface Breach {
  readonly threshold: Threshold;
  readonly scenario?: string;
  readonly server?: string;
  readonly found?: Quantity;
}

/**
 * Reads `figure<value`, with a scenario, a server or both before it: `p99<5ms`, `open:p99.9<20ms`,
 * `connect:server-cluster:ratio<=1.6`. Of a server of ours, `cluster` is enough.
 *
 * @returns undefined where it is none, or its value is not in a unit of the figure
 */
export function parseThreshold(
  text: string,
  scenarios: readonly string[],
  servers: readonly string[],
): Threshold | undefined {
  const [, where = '', figure = '', operator, written = ''] = /^((?:[^<>=]+:)*)([\w.-]+)(<=|>=|<|>)([\d.]+\s*[a-zµA-Z%×]*)$/.exec(text.trim()) ?? [];
  const unit = figure === 'ratio' ? 'ratio' : unitOf(figure);
  const value = unit && valueIn(written.replaceAll(' ', ''), unit);
  if (operator === undefined || value === undefined) return undefined;
  const names = where.split(':').filter(Boolean);
  const scenario = names.find((name) => scenarios.includes(name));
  const server = names.map((name) => serverNamed(name, servers)).find((name) => name !== undefined);
  if (names.length !== [scenario, server].filter((name) => name !== undefined).length) return undefined;
  return { text, scenario, server, figure, operator: operator as Threshold['operator'], value };
}

/** By what a value is written with, how many of the unit it is. */
const factors: Readonly<Record<Unit, readonly (readonly [suffix: string, factor: number])[]>> = {
  ms: [['', 1], ['µs', 1e-3], ['us', 1e-3]],
  µs: [['', 1], ['µs', 1], ['us', 1], ['ms', 1e3]],
  bytes: [['', 1], ['B', 1], ['kB', 1e3], ['KiB', 1_024], ['MB', 1e6], ['MiB', 1_048_576]],
  share: [['', 1], ['%', 0.01]],
  ratio: [['', 1], ['×', 1], ['x', 1]],
  'per-second': [['', 1], ['/s', 1]],
  percentile: [['', 1]],
  count: [['', 1]],
  plain: [['', 1]],
};

function valueIn(text: string, unit: Unit): number | undefined {
  const [, digits = '', suffix = ''] = /^(\d+(?:\.\d+)?)(.*)$/.exec(text) ?? [];
  const number = digits === '' ? NaN : Number(digits);
  const factor = factors[unit].find(([own]) => own === suffix)?.[1];
  if (factor !== undefined) return Number.isNaN(number) ? undefined : number * factor;
  const ms = unit === 'ms' || unit === 'µs' ? parseDuration(text) : undefined;
  return ms === undefined ? undefined : ms * (unit === 'µs' ? 1e3 : 1);
}

/** Every figure that does not keep to the thresholds. One that was to be and was not measured does not either. */
export function breachesOf(record: BenchRecord, thresholds: readonly Threshold[]): readonly Breach[] {
  return thresholds.flatMap((threshold) => {
    const found = record.scenarios
      .filter(({ id }) => id === (threshold.scenario ?? id))
      .flatMap(({ id, headline, results }) =>
        results
          .filter(({ server }) => server === (threshold.server ?? server))
          .filter(({ server }) => threshold.server !== undefined || kindOf(record, server) !== 'peer')
          .flatMap(({ server, figures, ratios }) => {
            const quantity = threshold.figure === 'ratio' ? ratios[headline]?.ratio : figures[threshold.figure];
            return quantity === undefined ? [] : [{ threshold, scenario: id, server, found: quantity }];
          }),
      );
    if (found.length === 0) return [{ threshold }];
    return found.filter((one) => !keeps[threshold.operator](one.found.value, threshold.value));
  });
}

function kindOf({ servers }: BenchRecord, name: string): string | undefined {
  return servers.find((server) => server.name === name)?.kind;
}

const keeps: Readonly<Record<Threshold['operator'], (found: number, value: number) => boolean>> = {
  '<': (found, value) => found < value,
  '<=': (found, value) => found <= value,
  '>': (found, value) => found > value,
  '>=': (found, value) => found >= value,
};
