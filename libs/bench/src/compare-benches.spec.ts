import { describe, expect, test } from '@jest/globals';
import { compareBenches } from './compare-benches.ts';
import { sampleBench } from './testing/sample-bench.ts';

const five = [10, 11, 12, 11, 10];

describe('compareBenches()', () => {
  test('compareBenches() calls a change what lies apart by more than the rounds do', () => {
    const before = sampleBench({ a: { cpu: five, rate: five } });
    const after = sampleBench({ a: { cpu: five.map((value) => value / 2), rate: five.map((value) => value + 1) } });
    const { changes, same } = compareBenches(before, after);
    expect(changes).toMatchObject([{ server: 'a', figure: { id: 'cpu' }, ratio: 0.5, better: true }]);
    expect(same).toBe(1);
  });

  test('compareBenches() asks more of few rounds, and says nothing of one or two', () => {
    const compared = (before: readonly number[], after: readonly number[]): number =>
      compareBenches(sampleBench({ a: { cpu: before } }), sampleBench({ a: { cpu: after } })).changes.length;
    expect(compared([10, 11, 12], [13, 14, 13])).toBe(0);
    expect(compared([10, 11, 12], [15, 16, 15])).toBe(1);
    expect(compared(five, [13, 14, 14, 13, 13])).toBe(1);
    expect(compared([10, 10], [20, 20])).toBe(0);
    expect(compareBenches(sampleBench({ a: { cpu: [1] } }), sampleBench({ a: { cpu: [9] } })).undecided).toBe(1);
  });

  test('compareBenches() says nothing of what the load generator held up', () => {
    const before = sampleBench({ a: { rate: five, cpu: five } });
    const after = sampleBench({ a: { rate: [1, 1, 1, 1, 1], cpu: [1, 1, 1, 1, 1] } });
    const generator = { busy: 1, delay: 0, late: 0, limited: true };
    const limited = after.scenarios.map((one) => ({ ...one, results: one.results.map((result) => ({ ...result, generator })) }));
    const { changes, undecided } = compareBenches(before, { ...after, scenarios: limited });
    expect([changes.map(({ figure }) => figure.id), undecided]).toEqual([['cpu'], 1]);
  });

  test('compareBenches() knows which way is better', () => {
    const change = compareBenches(sampleBench({ a: { rate: five } }), sampleBench({ a: { rate: [5, 5, 5, 5, 5] } })).changes[0];
    expect(change?.better).toBe(false);
  });

  test('compareBenches() is silent on what one reply decides, and says what has no counterpart and what was not alike', () => {
    const before = sampleBench({ a: { max: five } });
    const after = sampleBench({ a: { max: [1, 1, 1, 1, 1] }, b: { cpu: five } }, { pin: 'apart' });
    const environment = { ...after.environment, node: '27.0.0' };
    expect(compareBenches(before, { ...after, environment })).toEqual({
      changes: [],
      same: 0,
      undecided: 0,
      unmatched: 1,
      environment: ['node', 'pin'],
    });
  });
});
