import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { findingsSchema, quantity } from '#record';
import { type Kind, ofSome, someQuantity, someValue } from '../../testing/arbitraries.ts';
import { faultsIn } from '../../testing/faults-in.ts';
import { inconsistencies } from '../../testing/inconsistencies.ts';
import { quickLab } from '../../testing/quick-lab.ts';
import { cost } from './experiment.ts';
import type { Costs } from './conclude.ts';
import { type Curve, judgeSelect, judgeThreads, unnoticed } from './judge.ts';

function curve(workers: Curve['approach']['workers'], p99: readonly number[], clients = [100, 1_000]): Curve {
  const points = clients.map((count, index) => ({ clients: count, p50: quantity(0.1, 'ms'), p99: quantity(p99[index] ?? NaN, 'ms') }));
  return { approach: { name: `server-${workers}`, workers }, points };
}

describe('cost', () => {
  const here = process.platform === 'linux' ? test : test.skip;

  here('finds every figure for every server, and a sentence without a gap in both languages', async () => {
    const lab = quickLab('server-serial', 'server-cluster');
    const result = await cost.run(lab);
    expect(faultsIn(cost, lab, result)).toEqual([]);
    const { figures } = findingsSchema.parse(result.findings);
    for (const name of ['memory-idle', 'memory-connection', 'start-up', 'threads', 'descriptors', 'cpu-message', 'cpu-connection', 'reply-p50', 'reply-p99']) {
      expect(Object.keys(figures[name] ?? {})).toEqual(['server-serial', 'server-cluster']);
    }
    const memory = figures['memory-idle'];
    expect(memory?.['server-cluster']?.value).toBeGreaterThan(memory?.['server-serial']?.value ?? Infinity);
    expect(result.claims?.map(({ id }) => id)).toEqual(cost.claims);
    expect(cost.method(lab).text.en).toMatch(/left out of a quick run\.$/);
    expect(result.findings.tables).toHaveLength(1);
    expect(result.claims?.[0]?.because.text.en).toMatch(/which a quick run leaves out\.$/);
  });
});

describe('judgeThreads()', () => {
  test('holds with its condition where nobody notices 1,000 clients', () => {
    expect(judgeThreads([curve('none', [1, 5]), curve('threads', [1, 5])]).verdict).toBe('holds-with-condition');
  });

  test('does not hold where threads alone are late', () => {
    expect(judgeThreads([curve('none', [1, 5]), curve('threads', [1, 500])]).verdict).toBe('does-not-hold');
  });

  test('decides nothing where the machine was late for others, too', () => {
    const { verdict, because } = judgeThreads([curve('none', [1, 300]), curve('threads', [1, 500])]);
    expect(verdict).toBe('undecided');
    // Whose fault it was is not decided either.
    expect(because.text.en).toMatch(/up to \{unnoticed\} .* it may be the machine/);
  });

  test('was not tried without threads, or with fewer clients', () => {
    expect(judgeThreads([curve('none', [1, 5])]).verdict).toBe('not-tried');
    expect(judgeThreads([curve('threads', [1, 5], [100, 200])]).verdict).toBe('not-tried');
  });
});

describe('judgeSelect()', () => {
  const memory = { 'server-async': quantity(4_000, 'bytes'), 'server-threads': quantity(9_000, 'bytes') };

  test('does not hold where select ends at its set, and gives the memory of all that were measured', () => {
    const { verdict, because } = judgeSelect({ select: 1_024, memory, descriptors: 20_000 });
    expect(verdict).toBe('does-not-hold');
    expect(because.figures).toMatchObject({ memory: { low: 4_000, high: 9_000 }, descriptors: quantity(20_000, 'count') });
  });

  test('holds where it takes a million', () => {
    expect(judgeSelect({ select: 2_000_000, memory, descriptors: Infinity }).verdict).toBe('holds');
  });

  test('says where the limit comes from', () => {
    const { because } = judgeSelect({ select: undefined, memory, descriptors: Infinity });
    expect(because.text.en).toContain('manual page');
    expect(because.text.en).not.toContain('{descriptors}');
  });
});

describe('cost.conclude()', () => {
  const costsOf = (approach: Kind): fc.Arbitrary<Costs> =>
    fc.record({
      approach: fc.constant(approach),
      figures: fc.record({
        'start-up': someQuantity('ms'),
        'memory-idle': someQuantity('bytes'),
        'memory-connection': someQuantity('bytes', fc.oneof(someValue, fc.constant(-2_000))),
        threads: someQuantity('count'),
        descriptors: someQuantity('count'),
        'cpu-message': someQuantity('µs'),
        'cpu-connection': someQuantity('µs'),
        'reply-p50': someQuantity('ms'),
        'reply-p99': someQuantity('ms'),
      }),
      curve: fc
        .subarray([100, 300, 1_000])
        .chain((counts) => fc.tuple(...counts.map((clients) => fc.record({ clients: fc.constant(clients), p50: someQuantity('ms'), p99: someQuantity('ms') }))))
        .map((points) => ({ approach, points })),
    });
  const measured = fc.record({
    all: ofSome(costsOf),
    connections: fc.constantFrom(924, 10_000),
    select: fc.constantFrom(undefined, 64, 1_024, 2_000_000),
    descriptors: fc.constantFrom(1_024, 1_000_000, Infinity),
  });

  test('says nothing that its tables do not, whatever was measured', () => {
    fc.assert(fc.property(measured, (costs) => {
      expect(inconsistencies(cost.conclude(costs), cost.claims, [quantity(unnoticed, 'ms')])).toEqual([]);
    }));
  });

  test('tells what an idle connection and one of many messages cost of those that serve side by side alone', () => {
    fc.assert(fc.property(measured, (costs) => {
      const { figures = {} } = cost.conclude(costs).findings;
      const sideBySide = costs.all.flatMap(({ approach: { name, serves } }) => (serves === 'overlapping' ? [name] : []));
      for (const name of ['memory-connection-served', 'cpu-message-of-many']) expect(Object.keys(figures[name] ?? {})).toEqual(sideBySide);
    }));
  });
});
