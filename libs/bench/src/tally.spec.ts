import { describe, expect, test } from '@jest/globals';
import { Histogram, type LoadResult, stepsPerMs } from '#measure';
import { Tally } from './tally.ts';

/** A load of so many messages, each of which took 1 to 1.999 ms. */
function load(messages: number, cpu: number, changes: Partial<LoadResult> = {}): LoadResult {
  const latency = new Histogram();
  for (let count = 0; count < messages; count++) latency.record((1 + (count % 1_000) / 1_000) * stepsPerMs);
  return {
    messages,
    seconds: 2,
    cpu: { user: cpu * messages, system: 0 },
    busiest: 1,
    switches: messages,
    pss: 1,
    latency: latency.toJSON(),
    generator: { cpu: 1, busy: 0.5, delay: 1, late: 0, behind: 0, limited: false },
    errors: { lost: 0, outOfOrder: 0, corrupted: 0 },
    ...changes,
  };
}

function tallyOf(...results: readonly LoadResult[]): Tally {
  const tally = new Tally();
  for (const result of results) tally.addLoad(result);
  return tally;
}

describe('Tally', () => {
  test('Tally.resultOf() has the median of the rounds, and ratios within each round', () => {
    const baseline = tallyOf(load(1_000, 1), load(1_000, 10), load(1_000, 1));
    const { figures, ratios, rounds } = tallyOf(load(1_000, 2), load(1_000, 20), load(1_000, 2.2)).resultOf(
      'a',
      'again',
      ['cpu', 'rate', 'p99', 'p99.9', 'p99.99'],
      baseline,
    );
    expect(rounds['cpu']).toEqual([2, 20, 2.2]);
    expect(figures['cpu']).toEqual({ value: 2.2, unit: 'µs', low: 2, high: 20, repeats: 3 });
    expect(ratios['cpu']).toMatchObject({ ratio: { value: 2, low: 2 }, different: true });
    expect(ratios['rate']).toMatchObject({ ratio: { value: 1 }, different: false });
    // Of 1,000 messages one in 10,000 is none.
    expect(Object.keys(figures)).toEqual(['cpu', 'rate', 'p99', 'p99.9']);
    expect(figures['p99']?.value).toBeCloseTo(1.99, 2);
  });

  test('Tally.resultOf() merges the latencies of all rounds', () => {
    const { latency } = tallyOf(...Array.from({ length: 10 }, () => load(1_000, 1))).resultOf('a', '', ['cpu'], undefined);
    expect(latency.at(-1)?.percent).toBe(99.99);
    expect(latency.find(({ percent }) => percent === 50)?.ms).toBeCloseTo(1.5, 2);
  });

  test('Tally.resultOf() says nothing of a difference after one round, or without the baseline', () => {
    expect(tallyOf(load(10, 1)).resultOf('a', '', ['cpu'], tallyOf(load(10, 3))).ratios['cpu']?.different).toBe(false);
    expect(tallyOf(load(10, 1)).resultOf('a', '', ['cpu'], new Tally()).ratios).toEqual({});
  });

  test('Tally.resultOf() marks a load that the generator limited in most rounds', () => {
    const limited = { generator: { cpu: 1, busy: 0.99, delay: 1, late: 0, behind: 0, limited: true } };
    const mark = (...results: LoadResult[]): boolean | undefined =>
      tallyOf(...results).resultOf('a', '', ['cpu'], undefined).generator?.limited;
    expect(mark(load(10, 1, limited), load(10, 1, limited), load(10, 1))).toBe(true);
    expect(mark(load(10, 1, limited), load(10, 1), load(10, 1))).toBe(false);
  });

  test('Tally.resultOf() has the memory that a connection adds', () => {
    const held = [0, 10, 110].map((connections) => ({ connections, pss: 1_000_000 + connections * 2_000 }));
    const { figures, memory } = tallyOf(load(110, 1, { held })).resultOf('a', '', ['memory-connection'], undefined);
    expect(figures['memory-connection']?.value).toBe(2_000);
    expect(memory).toHaveLength(3);
  });
});
