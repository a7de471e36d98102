import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compare, findingsSchema, quantity, spread } from '#record';
import type { Judgement } from '../../running/experiment.ts';
import { type Kind, someKinds, someQuantity, someValue, someValues } from '../../testing/arbitraries.ts';
import { faultsIn } from '../../testing/faults-in.ts';
import { inconsistencies } from '../../testing/inconsistencies.ts';
import { quickLab } from '../../testing/quick-lab.ts';
import { computing } from './experiment.ts';
import type { Computed } from './conclude.ts';
import type { Light } from './measure.ts';
import { judgeParallelProof, judgeProcessPool, type Pair, type Speed } from './judge.ts';

const loop = speed({ name: 'server-loop', serves: 'overlapping', workers: 'none' }, [1, 1.05]);
const pool = speed({ name: 'server-pool', serves: 'overlapping', workers: 'processes' }, [1.9, 1.8]);
const threads = speed({ name: 'server-thread', serves: 'overlapping', workers: 'threads' }, [1.85, 1.9]);
const twoCores = spread([1.9, 2], 'ratio');

function speed(approach: Speed['approach'], speedUps: readonly number[]): Speed {
  return { approach, perSecond: [speedUps.map(() => 100), speedUps.map((times) => 100 * times)], speedUp: spread(speedUps, 'ratio') };
}

function pair(waitingApart: number, computingApart: number): Pair {
  const times = (apart: number, last: number): Pair['waiting'] => ({ apart: quantity(apart, 'ms'), last: quantity(last, 'ms') });
  return { server: 'server-loop', waiting: times(waitingApart, 150), computing: times(computingApart, 300) };
}

describe('computing', () => {
  test('finds a figure for every server, and a sentence without a gap in both languages', async () => {
    const lab = quickLab('server-async', 'server-threads');
    const result = await computing.run(lab);
    expect(faultsIn(computing, lab, result)).toEqual([]);
    const { figures, timelines } = findingsSchema.parse(result.findings);
    for (const name of ['speed-up', 'light-p99-alone', 'light-p99-beside-heavy']) {
      expect(Object.keys(figures[name] ?? {})).toEqual(['server-async', 'server-threads']);
    }
    expect(timelines).toHaveLength(2);
    expect(result.claims?.map(({ id }) => id)).toEqual(computing.claims);

    // One event loop holds up every light client.
    expect(figures['light-held-up']?.['server-async']).toEqual(quantity(1, 'share'));
    // On a busy machine even those that wait end apart, and then nothing is decided.
    expect(['does-not-hold', 'undecided']).toContain(result.claims?.find(({ id }) => id === 'parallel-proof')?.verdict);
  });
});

describe('judgeParallelProof()', () => {
  test('refutes it where those that wait end together and those that compute in turn', () => {
    expect(judgeParallelProof(pair(0.2, 150)).verdict).toBe('does-not-hold');
  });

  test('confirms it where those that compute end together, too', () => {
    expect(judgeParallelProof(pair(0.2, 1)).verdict).toBe('holds');
  });

  test('decides nothing where even those that wait end apart, or those that compute somewhat', () => {
    expect(judgeParallelProof(pair(70, 150)).verdict).toBe('undecided');
    expect(judgeParallelProof(pair(0.2, 60)).verdict).toBe('undecided');
  });

  test('was not tried without an event loop', () => {
    expect(judgeParallelProof(undefined).verdict).toBe('not-tried');
  });
});

describe('judgeProcessPool()', () => {
  test('holds where processes gain and one loop does not', () => {
    expect(judgeProcessPool([loop, pool], twoCores).verdict).toBe('holds');
  });

  test('says so where threads do as well, and by how much where they do not', () => {
    const alike = judgeProcessPool([loop, pool, threads], twoCores);
    expect(alike.verdict).toBe('holds');
    expect(alike.because.text.en).toContain('does not tell the two apart');
    const slower = judgeProcessPool([loop, pool, { ...threads, perSecond: [[100, 100], [120, 130]] }], twoCores);
    expect(slower.because.figures).toMatchObject({ 'threads-rate': { value: 125 }, 'pool-rate': { value: 185 } });
  });

  test('does not hold where processes gain nothing, or the loop does', () => {
    expect(judgeProcessPool([loop, { ...pool, speedUp: spread([1, 1.1], 'ratio') }], twoCores).verdict).toBe('does-not-hold');
    expect(judgeProcessPool([{ ...loop, speedUp: spread([1.6, 1.9], 'ratio') }, pool], twoCores).verdict).toBe('does-not-hold');
  });

  test('is not moved by one repeat that was disturbed', () => {
    const disturbed = [
      { ...loop, speedUp: spread([1.05, 1.4, 1.1], 'ratio') },
      { ...pool, speedUp: spread([1.9, 1.1, 2], 'ratio') },
    ];
    for (const machine of [twoCores, spread([1.2, 1.4, 2], 'ratio')]) {
      expect(judgeProcessPool(disturbed, machine).verdict).toBe('holds');
    }
  });

  test('decides nothing where repeats lay on both sides, or the machine had no core to give', () => {
    const noGain = { ...pool, speedUp: spread([1, 1.1], 'ratio') };
    expect(judgeProcessPool([loop, { ...pool, speedUp: spread([1, 1.9], 'ratio') }], twoCores).verdict).toBe('undecided');
    expect(judgeProcessPool([{ ...loop, speedUp: spread([1.2, 1.4, 1.6], 'ratio') }, pool], twoCores).verdict).toBe('undecided');
    expect(judgeProcessPool([loop, noGain], quantity(1, 'ratio')).verdict).toBe('undecided');
    expect(judgeProcessPool([loop, noGain], twoCores).verdict).toBe('does-not-hold');
  });

  test('was not tried without processes', () => {
    expect(judgeProcessPool([loop, threads], twoCores).verdict).toBe('not-tried');
  });
});

describe('computing.conclude()', () => {
  const rate = someValue.filter((value) => value > 0);
  const steps = [1, 2, 4];
  const speedOf = (approach: Kind): fc.Arbitrary<Speed> =>
    fc
      .tuple(...steps.map(() => someValues(2, rate)))
      .map((perSecond) => ({ approach, perSecond, speedUp: compare(perSecond.at(-1) ?? [], perSecond[0] ?? []).ratio }));
  const lightOf = (approach: Kind): fc.Arbitrary<Light> =>
    fc.record({ approach: fc.constant(approach), alone: someQuantity('ms'), beside: someQuantity('ms'), heldUp: someQuantity('share') });
  const times = fc.record({ apart: someQuantity('ms'), last: someQuantity('ms') });
  const measured: fc.Arbitrary<Computed> = someKinds.chain((kinds) => {
    const loop = kinds.find(({ serves, workers }) => serves === 'overlapping' && workers === 'none');
    return fc.record({
      cores: fc.constant(2),
      messageRounds: fc.nat(),
      speeds: fc.record({ steps: fc.constant(steps), servers: fc.tuple(...kinds.map(speedOf)), machine: someQuantity('ratio') }),
      lights: fc.tuple(...kinds.filter(({ serves }) => serves === 'overlapping').map(lightOf)),
      pair: loop
        ? fc.record({ server: fc.constant(loop.name), waiting: times, computing: times, timelines: fc.constant([]) })
        : fc.constant(undefined),
    });
  });

  test('says nothing that its tables do not, whatever was measured', () => {
    fc.assert(fc.property(measured, (computed) => {
      expect(inconsistencies(computing.conclude(computed), computing.claims)).toEqual([]);
    }));
  });

  test('judges the pool of processes as its reasons have it', () => {
    fc.assert(fc.property(measured, (computed) => {
      const { verdict, because } = (computing.conclude(computed).claims ?? []).find(({ id }) => id === 'cpu-process-pool') as Judgement;
      const { pool, loop } = because.figures;
      if (verdict === 'holds') expect(pool?.value).toBeGreaterThan(loop?.value ?? NaN);
      if (verdict === 'does-not-hold') expect((pool?.high ?? pool?.value ?? NaN) <= 1.3 || (loop?.low ?? loop?.value ?? NaN) >= 1.5).toBe(true);
      if (pool === undefined) expect(['not-tried', 'undecided']).toContain(verdict);
    }));
  });
});
