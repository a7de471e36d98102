import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { findingsSchema, quantity } from '#record';
import type { Crash } from './crash-under-load.ts';
import { type Kind, ofSome, someValue } from '../../testing/arbitraries.ts';
import { faultsIn } from '../../testing/faults-in.ts';
import { inconsistencies } from '../../testing/inconsistencies.ts';
import { quickLab } from '../../testing/quick-lab.ts';
import { endings } from './experiment.ts';

describe('endings', () => {
  test('finds what each server loses and answers, and a sentence without a gap in both languages', async () => {
    const names = ['server-async', 'server-cluster', 'server-threads'];
    const lab = quickLab(...names);
    const result = await endings.run(lab);
    expect(faultsIn(endings, lab, result)).toEqual([]);
    const { figures, timelines } = findingsSchema.parse(result.findings);
    const lost = figures['lost-with-a-worker'] ?? {};
    expect(Object.keys(lost)).toEqual(['server-cluster', 'server-threads']);
    expect(figures['lost-with-the-server']).toEqual({ 'server-async': quantity(1, 'share') });
    for (const name of ['server-cluster', 'server-threads']) {
      // Which share a worker holds is the kernel's choice where workers accept; it may be none, or all.
      expect(lost[name]).toMatchObject({ unit: 'share' });
      const { value = NaN, low = value, high = value } = lost[name] ?? {};
      expect([low, value, high].every((share) => share >= 0 && share <= 1)).toBe(true);
    }
    expect(figures['answered-at-drain']).toEqual(Object.fromEntries(names.map((name) => [name, quantity(1, 'share')])));
    expect(timelines[0]?.server).toBe('server-cluster');
  });
});

describe('endings.conclude()', () => {
  const crash = ({ workers }: Kind): fc.Arbitrary<Crash> =>
    fc.array(fc.nat({ max: 3 }), { minLength: 1, maxLength: 4 }).chain((held) => {
      const ids = workers === 'none' ? [] : held.map((count, index) => ({ id: index + 1, held: count }));
      const moment = fc.option(someValue, { nil: undefined });
      return fc.record({
        clients: fc.array(fc.record({ lostAt: moment, backAt: moment }), { minLength: 1, maxLength: 5 }),
        at: someValue,
        lasted: someValue,
        workers: fc.constant(ids),
        victim: fc.constantFrom(...(workers === 'none' ? [undefined] : ids.map(({ id }) => ({ id, replacedAt: 300 })))),
      });
    });
  const drain = fc.record({
    owed: fc.nat({ max: 3 }),
    answered: fc.nat({ max: 3 }),
    ended: fc.nat({ max: 3 }),
    reset: fc.nat({ max: 3 }),
    exit: fc.constantFrom({ code: 0, signal: null }, { code: null, signal: 'SIGKILL' as const }),
    took: someValue,
  });
  const measured = ofSome((approach) =>
    fc.record({
      approach: fc.constant(approach),
      crashes: fc.array(crash(approach), { minLength: 1, maxLength: 3 }),
      drains: fc.array(drain, { minLength: 1, maxLength: 3 }),
    }),
  );

  test('says nothing that its tables do not, whatever was measured', () => {
    fc.assert(fc.property(measured, (all) => {
      expect(inconsistencies(endings.conclude(all), endings.claims)).toEqual([]);
    }));
  });

  test('says of no server that it loses clients with a worker which it has not', () => {
    fc.assert(fc.property(measured, (all) => {
      const { figures = {} } = endings.conclude(all).findings;
      const named = (workers: boolean): string[] =>
        all.flatMap(({ approach }) => ((approach.workers !== 'none') === workers ? [approach.name] : []));
      expect(Object.keys(figures['lost-with-a-worker'] ?? {})).toEqual(named(true));
      expect(Object.keys(figures['lost-with-the-server'] ?? {})).toEqual(named(false));
    }));
  });
});
