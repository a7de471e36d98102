import { describe, expect, test } from '@jest/globals';
import type { Approach } from '#approaches';
import { spread } from '#record';
import { type Climbed, growthsOf, judgeExponential } from './scaling-growth.ts';

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
