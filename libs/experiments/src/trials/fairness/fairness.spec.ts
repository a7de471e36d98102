import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { inconsistencies } from '../../testing/inconsistencies.ts';
import { arrivals, type Spreading } from './conclude.ts';
import { fairness } from './experiment.ts';

describe('fairness.conclude()', () => {
  const counts = fc.array(fc.nat({ max: 5 }), { minLength: 2, maxLength: 4 }).filter((all) => all.some((count) => count > 0));
  const shares = fc.array(fc.record({ connections: counts, messages: counts }), { minLength: 1, maxLength: 3 });
  const variants = [
    { server: 'server-cluster', variant: { choice: '--scheduling rr', usual: true } },
    { server: 'server-cluster', variant: { choice: '--scheduling none', usual: false } },
    { server: 'server-threads', variant: { choice: '', usual: true } },
  ];
  const measured: fc.Arbitrary<readonly Spreading[]> = fc
    .subarray(variants, { minLength: 1 })
    .chain((some) =>
      fc.tuple(...some.flatMap((one) => arrivals.map((arrival) => shares.map((own) => ({ ...one, arrival, shares: own }))))),
    );

  test('says nothing that its tables and charts do not, whatever was measured', () => {
    fc.assert(fc.property(measured, (all) => {
      expect(inconsistencies(fairness.conclude(all), fairness.claims)).toEqual([]);
    }));
  });

  test('names the most and the least even of all', () => {
    fc.assert(fc.property(measured, (all) => {
      const { answer, charts = [] } = fairness.conclude(all).findings;
      const bars = charts.flatMap((chart) => (chart.kind === 'bars' ? chart.bars.map(({ value }) => value) : []));
      expect(answer.figures['least']?.value).toBe(Math.min(...bars));
      expect(answer.figures['most']?.value).toBe(Math.max(...bars));
    }));
  });

  test('names all of those that are equally even', () => {
    const [even, uneven] = [[5, 5], [8, 2]].map((connections) => [{ connections, messages: connections }]);
    const all = variants.map((one, index) => ({ ...one, arrival: 'burst' as const, shares: (index === 1 ? uneven : even) ?? [] }));
    const { text } = fairness.conclude(all).findings.answer;
    expect(text.en).toContain('most even (server-cluster --scheduling rr · all at once, server-threads · all at once)');
    expect(text.en).toContain('least so (server-cluster --scheduling none · all at once)');
  });
});
