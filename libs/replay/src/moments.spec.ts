import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { lastMoment, momentsOf, type Span, stepBack, stepForward } from './moments.ts';

const span = (lane: string, phase: string, from: number, to: number): Span => ({
  lane,
  server: undefined,
  phase,
  from,
  to,
});
const spans = [
  span('client 1', 'connecting', 0.2, 0.5),
  span('client 1', 'served', 0.5, 300),
  span('client 2', 'waiting', 0.5, 300),
  span('client 2', 'served', 300, 600),
];

test('momentsOf() puts together what the record gives one time', () => {
  const told = momentsOf(spans).map(({ at, changes }) => [
    at,
    ...changes.map(({ span: { lane, phase }, begins }) => `${lane} ${phase} ${begins ? 'begins' : 'ends'}`),
  ]);
  expect(told).toEqual([
    [0.2, 'client 1 connecting begins'],
    [0.5, 'client 1 connecting ends', 'client 1 served begins', 'client 2 waiting begins'],
    [300, 'client 1 served ends', 'client 2 waiting ends', 'client 2 served begins'],
    [600, 'client 2 served ends'],
  ]);
});

test('lastMoment() is the last that is not later', () => {
  const moments = momentsOf(spans);
  expect([0, 0.2, 0.4, 299.9, 300, 1000].map((time) => lastMoment(moments, time)?.at)).toEqual([
    undefined, 0.2, 0.2, 0.5, 300, 600,
  ]);
});

test('lastMoment() finds the same among many, of which some are at one time', () => {
  const time = fc.integer({ min: 0, max: 50 });
  fc.assert(
    fc.property(fc.array(time), time, (times, at) => {
      const moments = times.sort((one, other) => one - other).map((one) => ({ at: one }));
      expect(lastMoment(moments, at)).toBe(moments.findLast((one) => one.at <= at));
    }),
  );
});

test('stepForward() goes from moment to moment, to the end, and begins anew', () => {
  const moments = momentsOf(spans);
  expect([0, 0.2, 0.3, 300, 600, 650].map((time) => stepForward(moments, time, 650))).toEqual([
    0.2, 0.5, 0.5, 600, 650, 0.2,
  ]);
});

test('stepBack() goes from moment to moment, to the beginning', () => {
  const moments = momentsOf(spans);
  expect([650, 600, 400, 300, 0.2, 0].map((time) => stepBack(moments, time))).toEqual([600, 300, 300, 0.5, 0, 0]);
});

test('steps lead through every time of the record and no other, forwards and backwards', () => {
  const time = fc.double({ min: 0, max: 1000, noNaN: true });
  fc.assert(
    fc.property(fc.array(fc.tuple(time, time)), (pairs) => {
      const moments = momentsOf(pairs.map((pair) => span('a', 'served', Math.min(...pair), Math.max(...pair))));
      const expected = [...new Set(pairs.flat())].sort((one, other) => one - other);
      const forwards: number[] = [];
      for (let at = -1; (at = stepForward(moments, at, 1001)) < 1001; ) forwards.push(at);
      expect(forwards).toEqual(expected);
      const backwards: number[] = [];
      for (let at = 1001; at > 0; ) backwards.push((at = stepBack(moments, at)));
      expect(backwards.toReversed()).toEqual([...new Set([0, ...expected])]);
    }),
  );
});
