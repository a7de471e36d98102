import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Approach } from '#approaches';
import { findingsSchema, quantity } from '#record';
import { ofSomeBeside, someQuantity, someValue, strangers } from '../../testing/arbitraries.ts';
import { faultsIn } from '../../testing/faults-in.ts';
import { inconsistencies } from '../../testing/inconsistencies.ts';
import { labWithPython } from '../../testing/lab-with-python.ts';
import { longTestWithPythonOnLinux, testWithPythonOnLinux } from '../../testing/python-here.ts';
import { quickLab } from '../../testing/quick-lab.ts';
import type { Known } from '../../running/lab.ts';
import { pythonServers } from '../../running/python-servers.ts';
import { cost } from './experiment.ts';
import type { Costs } from './conclude.ts';
import { type Curve, judgeSelect, judgeThreads, unnoticed } from './judge.ts';
import { serverCost } from './measure.ts';

function curve(workers: Approach['workers'], p99: readonly number[], clients = [100, 1_000]): Curve {
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
    for (const name of ['memory-idle', 'memory-connection', 'start-up', 'threads', 'threads-held', 'descriptors', 'cpu-message', 'cpu-connection', 'reply-p50', 'reply-p99']) {
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

describe('serverCost()', () => {
  const plan = { crowd: { connections: 60, talking: [20] }, talk: 200, load: 50 };

  longTestWithPythonOnLinux('serverCost() counts a thread for each connection on python-threads, and no more than before on python-selectors', async (python) => {
    const lab = labWithPython(python);
    const threads = await serverCost(lab, pythonServers.threads, plan);
    const selectors = await serverCost(lab, pythonServers.selectors, plan);
    expect([threads, selectors].map(({ costs }) => [costs.threads, costs['threads-held']])).toEqual([[1, 61], [1, 1]]);
    expect(threads.latencies?.get(20)?.length).toBeGreaterThan(0);
  });

  testWithPythonOnLinux('serverCost() asks a server that blocks for no crowd', async (python) => {
    const { costs, latencies } = await serverCost(labWithPython(python), pythonServers.blocking, { ...plan, crowd: undefined });
    expect(costs).toMatchObject({ threads: 1, 'threads-held': undefined, 'memory-connection': undefined });
    expect(costs['cpu-message']).toBeGreaterThan(0);
    expect(latencies).toBeUndefined();
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

  test('takes a thread a client for threads, too, where one was tried', () => {
    const each = (many: number): Curve => ({ ...curve('threads', [1, many]), approach: { name: pythonServers.threads.name } });
    expect(judgeThreads([curve('none', [1, 5]), curve('threads', [1, 5]), each(50)])).toMatchObject({
      verdict: 'holds-with-condition',
      because: { figures: { 'each-many-p99': quantity(50, 'ms') } },
    });
    expect(judgeThreads([curve('none', [1, 5]), curve('threads', [1, 5]), each(500)]).verdict).toBe('does-not-hold');
    expect(judgeThreads([curve('none', [1, 300]), curve('threads', [1, 5]), each(500)]).verdict).toBe('undecided');
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
  const measuredAlways = fc.record({
    'start-up': someQuantity('ms'),
    'memory-idle': someQuantity('bytes'),
    threads: someQuantity('count'),
    descriptors: someQuantity('count'),
    'cpu-message': someQuantity('µs'),
    'cpu-connection': someQuantity('µs'),
    'reply-p50': someQuantity('ms'),
    'reply-p99': someQuantity('ms'),
  });
  const measuredInCrowd = fc.record({
    'memory-connection': someQuantity('bytes', fc.oneof(someValue, fc.constant(-2_000))),
    'threads-held': someQuantity('count'),
  });
  const costsOf = (approach: Known): fc.Arbitrary<Costs> =>
    fc.record({
      approach: fc.constant(approach),
      figures: fc
        .tuple(measuredAlways, approach.name === 'python-blocking' ? fc.constant({}) : measuredInCrowd)
        .map(([always, inCrowd]) => ({ ...always, ...inCrowd })),
      curve: fc
        .subarray([100, 300, 1_000])
        .chain((counts) => fc.tuple(...counts.map((clients) => fc.record({ clients: fc.constant(clients), p50: someQuantity('ms'), p99: someQuantity('ms') }))))
        .map((points) => ({ approach, points })),
    });
  const measured = fc.record({
    all: ofSomeBeside(strangers, costsOf),
    fallen: fc.constantFrom([], [{ server: 'python-asyncio', reason: { text: { en: 'it broke', 'pt-BR': 'quebrou' }, figures: {} } }]),
    connections: fc.constantFrom(924, 10_000),
    fewer: fc.constant(924),
    select: fc.constantFrom(undefined, 64, 1_024, 2_000_000),
    descriptors: fc.constantFrom(1_024, 1_000_000, Infinity),
  });

  test('says nothing that its tables do not, whatever was measured', () => {
    fc.assert(fc.property(measured, (costs) => {
      expect(inconsistencies(cost.conclude(costs), cost.claims, [quantity(unnoticed, 'ms')])).toEqual([]);
    }));
  });

  test('gives conclusions and advice figures of ours alone, and shows the others in tables and charts', () => {
    fc.assert(fc.property(measured, (costs) => {
      const { figures = {}, tables: [table] = [], charts = [] } = cost.conclude(costs).findings;
      const ours = costs.all.filter(({ approach: { workers } }) => workers !== undefined).map(({ approach: { name } }) => name);
      expect(Object.keys(figures['cpu-connection'] ?? {})).toEqual(ours);
      expect(table?.rows.slice(0, costs.all.length).map(([server]) => server)).toEqual(costs.all.map(({ approach: { name } }) => name));
      const [idle] = charts;
      expect(idle?.kind === 'bars' && idle.bars.length).toBe(costs.all.length);
    }));
  });

  test('tells what an idle connection and one of many messages cost of ours that serve side by side alone', () => {
    fc.assert(fc.property(measured, (costs) => {
      const { figures = {} } = cost.conclude(costs).findings;
      const sideBySide = costs.all.flatMap(({ approach: { name, serves, workers } }) => (serves === 'overlapping' && workers !== undefined ? [name] : []));
      for (const name of ['memory-connection-served', 'cpu-message-of-many']) expect(Object.keys(figures[name] ?? {})).toEqual(sideBySide);
    }));
  });
});
