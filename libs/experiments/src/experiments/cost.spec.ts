import { describe, expect, test } from '@jest/globals';
import { findingsSchema, quantity } from '#record';
import { missingFigures } from '../testing/missing-figures.ts';
import { quickLab } from '../testing/quick-lab.ts';
import { cost } from './cost.ts';
import { type Curve, judgeSelect, judgeThreads } from './cost-claims.ts';

function curve(workers: Curve['approach']['workers'], p99: readonly number[], clients = [100, 1_000]): Curve {
  const points = clients.map((count, index) => ({ clients: count, p50: quantity(0.1, 'ms'), p99: quantity(p99[index] ?? NaN, 'ms') }));
  return { approach: { name: `server-${workers}`, workers }, points };
}

describe('cost', () => {
  const here = process.platform === 'linux' ? test : test.skip;

  here('finds every figure for every server, and a sentence without a gap in both languages', async () => {
    const lab = quickLab('server-serial', 'server-cluster');
    const result = await cost.run(lab);
    expect(missingFigures(result, cost.method(lab))).toEqual([]);
    const { figures } = findingsSchema.parse(result.findings);
    for (const name of ['memory-idle', 'memory-connection', 'start-up', 'threads', 'descriptors', 'cpu-message', 'cpu-connection']) {
      expect(Object.keys(figures[name] ?? {})).toEqual(['server-serial', 'server-cluster']);
    }
    const memory = figures['memory-idle'];
    expect(memory?.['server-cluster']?.value).toBeGreaterThan(memory?.['server-serial']?.value ?? Infinity);
    expect(result.claims?.map(({ id }) => id)).toEqual(cost.claims);
    expect(cost.method(lab).text.en).toMatch(/left out of a quick run\.$/);
    expect(result.findings.tables).toHaveLength(1);
    expect(result.claims?.[0]?.because.text.en).toMatch(/which a quick run leaves out\.$/);
  }, 60_000);
});

describe('judgeThreads()', () => {
  test('holds with its condition where nobody notices 1,000 clients', () => {
    expect(judgeThreads([curve('none', [1, 5]), curve('threads', [1, 5])]).verdict).toBe('holds-with-condition');
  });

  test('does not hold where threads alone are late', () => {
    expect(judgeThreads([curve('none', [1, 5]), curve('threads', [1, 500])]).verdict).toBe('does-not-hold');
  });

  test('decides nothing where the machine was late for others, too', () => {
    expect(judgeThreads([curve('none', [1, 300]), curve('threads', [1, 500])]).verdict).toBe('undecided');
  });

  test('was not tried without threads, or with fewer clients', () => {
    expect(judgeThreads([curve('none', [1, 5])]).verdict).toBe('not-tried');
    expect(judgeThreads([curve('threads', [1, 5], [100, 200])]).verdict).toBe('not-tried');
  });
});

describe('judgeSelect()', () => {
  const leanest = { name: 'server-async', memory: quantity(4_000, 'bytes') };
  const dearest = { name: 'server-threads', memory: quantity(9_000, 'bytes') };

  test('does not hold where select ends at its set', () => {
    const { verdict, because } = judgeSelect({ select: { limit: 1_024, tried: true }, leanest, dearest, descriptors: 20_000 });
    expect(verdict).toBe('does-not-hold');
    expect(because.figures).toMatchObject({ least: quantity(4e9, 'bytes'), most: quantity(9e9, 'bytes') });
    expect(because.figures['descriptors']).toEqual(quantity(20_000, 'count'));
  });

  test('holds where it takes a million', () => {
    expect(judgeSelect({ select: { limit: 2_000_000, tried: true }, leanest, dearest, descriptors: Infinity }).verdict).toBe('holds');
  });

  test('says where the limit comes from', () => {
    const { because } = judgeSelect({ select: { limit: 1_024, tried: false }, leanest, dearest, descriptors: Infinity });
    expect(because.text.en).toContain('manual page');
    expect(because.text.en).not.toContain('{descriptors}');
  });
});
