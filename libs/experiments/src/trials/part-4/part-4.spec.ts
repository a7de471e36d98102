import { describe, expect, test } from '@jest/globals';
import { gainsOver, judgeSpeedup15 } from './judge.ts';

const totals = (held: readonly number[]) => ({ held, short: [2, 3] });

describe('judgeSpeedup15()', () => {
  test.each([
    ['twice as fast', [600, 602], [301, 300], 'does-not-hold'],
    ['15 times as fast', [3_000, 3_010], [200, 201], 'holds'],
    ['now this, now that', [600, 3_000], [300, 200], 'undecided'],
  ])('of servers that are %s', (_, serial, other, verdict) => {
    const gains = gainsOver(totals(serial), [totals(other)]);
    const figures = { 'two-clients-gain': { other: gains.held.ratio }, 'two-clients-short-gain': { other: gains.short.ratio } };
    expect(judgeSpeedup15(gains, { hold: 300, figures })).toMatchObject({ id: 'speedup-15', verdict });
  });
});

describe('gainsOver()', () => {
  test('compares round by round, with all the others', () => {
    const { held, short } = gainsOver(totals([600, 900]), [totals([300, 300]), totals([600, 450])]);
    expect(held).toMatchObject({ ratio: { value: 2, low: 1, high: 3, repeats: 4 }, different: false });
    expect(short).toMatchObject({ ratio: { value: 1 }, different: false });
  });
});
