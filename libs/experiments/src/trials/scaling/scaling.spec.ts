import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Approach } from '#approaches';
import { quantity, spread } from '#record';
import { ofSome, someValue, someValues } from '../../testing/arbitraries.ts';
import { inconsistencies } from '../../testing/inconsistencies.ts';
import { scaling } from './experiment.ts';
import { type Climbed, growthsOf, judgeExponential } from './judge.ts';

const counts = [1, 2, 4, 8, 16, 32, 64];
const serial: Approach = { name: 'server-one', folder: '', main: '', serves: 'serial', workers: 'none' };
const other: Approach = { ...serial, name: 'server-other', serves: 'overlapping' };

const climbed = (approach: Approach, total: (clients: number) => number): Climbed => ({
  approach,
  steps: counts.map((clients) => ({ clients, totals: [total(clients)], total: spread([total(clients)], 'ms') })),
});

/** The growth of a server whose gain is this. */
const growths = (...gains: ((clients: number) => number)[]) =>
  growthsOf([climbed(serial, (n) => 100 * n), ...gains.map((gain) => climbed(other, (n) => (100 * n) / gain(n)))]);

describe('growthsOf()', () => {
  test('is the serial total divided by that of each other server', () => {
    const [growth] = growths((n) => n);
    expect(growth?.server).toBe('server-other');
    expect(growth?.gains.map(({ gain }) => gain.value)).toEqual(counts);
    expect(growth?.forecast.linear).toBeCloseTo(64);
  });

  test('is none without a serial server', () => {
    expect(growthsOf([climbed(other, () => 100)])).toEqual([]);
  });
});

describe('judgeExponential()', () => {
  const bending = (n: number): number => n / (1 + n / 128);
  const noisy = (n: number): number => bending(n) * (n === 64 ? 0.5 : n % 8 === 0 ? 0.8 : 1.05);
  const doubling = (n: number): number => 1.2 ** n;

  test.each([
    ['a line', [(n: number) => n], 'does-not-hold'],
    ['a line that bends down', [bending], 'does-not-hold'],
    ['a line with a disturbance', [noisy, bending], 'does-not-hold'],
    ['doubling', [doubling], 'holds'],
    ['no growth at all', [() => 1], 'undecided'],
    ['a line here and doubling there', [bending, doubling], 'undecided'],
  ])('of %s', (_, gains, verdict) => {
    expect(judgeExponential(growths(...gains))).toMatchObject({ id: 'exponential', verdict });
  });
});

describe('scaling.conclude()', () => {
  const total = someValue.filter((value) => value > 0);
  const measured = ofSome((approach) =>
    fc.tuple(...[1, 2, 4, 8, 16].map((clients) => someValues(2, total).map((totals) => ({ clients, totals, total: spread(totals, 'ms') })))).map(
      (steps) => ({ approach, steps }),
    ),
  );
  // A fit tries thousands of curves.
  const runs = { numRuns: 12 };

  test('says nothing that its tables and charts do not, whatever was measured', () => {
    fc.assert(
      fc.property(measured, (all) => {
        const result = scaling.conclude({ hold: 30, all, fallen: [] });
        expect(inconsistencies(result, scaling.claims, [quantity(30, 'ms')])).toEqual([]);
      }),
      runs,
    );
  });

  test('calls the growth a line only where a line foretold the gain on every server', () => {
    fc.assert(
      fc.property(measured, (all) => {
        const { findings: { figures = {} }, claims = [] } = scaling.conclude({ hold: 30, all, fallen: [] });
        if (claims[0]?.verdict !== 'does-not-hold') return;
        for (const [server, gain] of Object.entries(figures['gain-with-n-clients'] ?? {})) {
          const missed = (by: string): number => Math.abs(Math.log((figures[by]?.[server]?.value ?? NaN) / gain.value));
          expect(missed('forecast-linear')).toBeLessThan(missed('forecast-exponential'));
        }
      }),
      runs,
    );
  });
});
