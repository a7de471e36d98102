import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { findingsSchema, type Quantity, spread } from '#record';
import type { Climb, Halt } from './climb-threads.ts';
import { someValue } from '../../testing/arbitraries.ts';
import { faultsIn } from '../../testing/faults-in.ts';
import { inconsistencies } from '../../testing/inconsistencies.ts';
import { labWithPython } from '../../testing/lab-with-python.ts';
import { testWithPythonOnLinux } from '../../testing/python-here.ts';
import type { Language } from './conclude.ts';
import { judgeOneCore, judgeStack, judgeTenThousand } from './judge.ts';
import { threads } from './experiment.ts';

describe('judgeStack()', () => {
  /** Of threads that took so much each, step by step. */
  const verdictOf = (addresses: readonly number[], memory: readonly number[]): string => {
    const repeats = Math.max(addresses.length, memory.length);
    const sum = (values: readonly number[], until: number): number =>
      Array.from({ length: until }, (_, index) => values[index] ?? values.at(-1) ?? NaN).reduce((a, b) => a + b, 0);
    const steps = Array.from({ length: repeats + 1 }, (_, threads) => ({
      threads: threads + 1,
      addresses: sum(addresses, threads),
      memory: sum(memory, threads),
      maps: 0,
    }));
    return judgeStack({ steps: [{ threads: 0, addresses: 0, memory: 0, maps: 0 }, ...steps] }).verdict;
  };

  test('holds with a condition where 8 MB are set aside and little of it is used', () => {
    expect(verdictOf([8.3e6, 8.4e6], [16e3, 17e3])).toBe('holds-with-condition');
  });

  test('holds where as much is used, and does not where not even the addresses are taken', () => {
    expect(verdictOf([8.4e6], [8.1e6, 8.4e6])).toBe('holds');
    expect(verdictOf([130e3, 140e3], [16e3])).toBe('does-not-hold');
  });

  test('is undecided where the steps lie on both sides', () => {
    expect(verdictOf([1e6, 8.4e6], [16e3])).toBe('undecided');
    expect(verdictOf([8.4e6], [0.5e6, 5e6])).toBe('undecided');
  });
});

describe('judgeTenThousand()', () => {
  const verdictOf = (halt: Halt, started: number): string =>
    judgeTenThousand({ halt, steps: [{ threads: started, addresses: 0, memory: 0, maps: 0 }], limits: [] }).verdict;

  test('does not hold where more were started, or fewer were all that there could be', () => {
    expect([verdictOf('enough', 12_000), verdictOf('refused', 30_000), verdictOf('limit', 31_000)]).toEqual(Array(3).fill('does-not-hold'));
    expect([verdictOf('refused', 900), verdictOf('memory', 5_000)]).toEqual(Array(2).fill('does-not-hold'));
  });

  test('holds of this machine where it refuses there', () => {
    expect(verdictOf('refused', 10_100)).toBe('holds-with-condition');
  });

  test('was not tried where the climb ended before, by our own choice', () => {
    expect([verdictOf('enough', 2_000), verdictOf('time', 9_000)]).toEqual(['not-tried', 'not-tried']);
  });

  test('names the limit that leaves the least room', () => {
    const limits = [
      { name: 'wide', value: 100, inUse: 0, perThread: 1, shared: true },
      { name: 'narrow', value: 100, inUse: 10, perThread: 3, shared: false },
    ];
    const { because } = judgeTenThousand({ halt: 'enough', steps: [], limits });
    expect(because.text.en).toContain('narrow decides');
    expect(because.figures['room']?.value).toBe(30);
  });
});

describe('judgeOneCore()', () => {
  const cores = (...values: readonly number[]): Quantity => spread(values, 'plain');
  const verdictOf = (python: Quantity, node: Quantity): string => judgeOneCore('3.0', python, node).verdict;

  test('holds where Python asks for one core and Node, in every round, for more', () => {
    expect(verdictOf(cores(1, 1.1, 1.3), cores(1.8, 1.9, 2))).toBe('holds');
  });

  test('does not hold where Python asks for two', () => {
    expect(verdictOf(cores(1.9, 2), cores(1.9, 2))).toBe('does-not-hold');
  });

  test('is undecided where Node gets no more, or Python lies on both sides', () => {
    expect(verdictOf(cores(1, 1.1), cores(1, 1.1))).toBe('undecided');
    expect(verdictOf(cores(1, 1.6, 1.7), cores(1.8, 2))).toBe('undecided');
  });
});

test('threads cannot be run without python3', () => {
  expect(threads.unable?.(labWithPython(undefined))?.en).toContain('python3');
});

testWithPythonOnLinux('threads measures both languages, and names what bounds them', async (python) => {
  const lab = labWithPython(python);
  expect(threads.unable?.(lab)).toBeUndefined();
  const result = await threads.run(lab);
  const findings = findingsSchema.parse(result.findings);
  expect(faultsIn(threads, lab, result)).toEqual([]);
  const [cost, limits, computed] = findings.tables;
  const byThread = (cost?.rows ?? []).map(([, addresses, memory]) => [addresses, memory] as readonly { value: number }[]);
  for (const [addresses, memory] of byThread) expect(addresses?.value).toBeGreaterThan(memory?.value ?? NaN);
  // A worker thread of Node's brings an engine, a thread of Python's a stack.
  expect(byThread[1]?.[1]?.value).toBeGreaterThan(10 * (byThread[0]?.[1]?.value ?? NaN));
  expect(limits?.rows.map(([name]) => name)).toContain('kernel.pid_max');
  for (const row of computed?.rows ?? []) expect(row).toHaveLength(computed?.columns.length ?? NaN);
  expect(findings.charts.map(({ kind }) => kind)).toEqual(['curves', 'bars']);
  expect(result.claims?.map(({ id }) => id)).toEqual(['stack-8mb', 'threads-10k', 'gil-one-core']);
});

describe('threads.conclude()', () => {
  const times = someValue.filter((value) => value > 0);
  const spins = fc.array(fc.record({ wall: times, cpu: someValue, asked: fc.option(someValue) }), { minLength: 3, maxLength: 3 });
  const climb: fc.Arbitrary<Climb> = fc.record({
    steps: fc
      .subarray([1, 250, 1_000, 2_000], { minLength: 1 })
      .chain((counts) =>
        fc.tuple(...[0, ...counts].map((threads) => fc.record({ threads: fc.constant(threads), addresses: someValue, memory: someValue, maps: fc.nat() }))),
      ),
    halt: fc.constantFrom('enough', 'refused', 'limit', 'memory', 'time'),
    limits: fc.subarray(
      ['kernel.pid_max', 'pids.max'].map((name) => ({ name, value: 32_768, inUse: 200, perThread: 1, shared: true })),
      { minLength: 1 },
    ),
  });
  const both = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<Record<Language, T>> => fc.record({ python: one, node: one });
  const measured = fc.record({
    version: fc.constant('3.13'),
    computed: both(fc.record({ one: spins, two: spins })),
    climbs: both(climb),
  });

  test('says nothing that its tables and charts do not, whatever was measured', () => {
    fc.assert(fc.property(measured, (seen) => {
      expect(inconsistencies(threads.conclude(seen), threads.claims)).toEqual([]);
    }));
  });
});
