import { describe, expect, test } from '@jest/globals';
import type { ServerEvent } from '#record';
import { mostAtOnce, servedIntervals } from './served-intervals.ts';

const event = (at: number, name: string, peer: string, more: Readonly<Record<string, unknown>> = {}): ServerEvent => ({
  event: name,
  at,
  peer,
  ...more,
});

describe('servedIntervals()', () => {
  test('tells each connection by its peer, however their events mix', () => {
    const events = [
      event(1, 'accepted', 'a'),
      event(2, 'accepted', 'b'),
      event(3, 'serving', 'a', { worker: 2 }),
      event(4, 'serving', 'b', { worker: 1 }),
      event(5, 'received', 'a'),
      event(6, 'ended', 'b'),
      event(7, 'ended', 'a'),
    ];
    expect(servedIntervals(events)).toEqual([
      { worker: 2, accepted: 1, serving: 3, ended: 7 },
      { worker: 1, accepted: 2, serving: 4, ended: 6 },
    ]);
  });

  test('orders them by the beginning of their service, not by when they were accepted', () => {
    const events = [
      event(1, 'accepted', 'late'),
      event(2, 'accepted', 'early'),
      event(3, 'serving', 'early'),
      event(4, 'ended', 'early'),
      event(5, 'serving', 'late'),
      event(6, 'ended', 'late'),
    ];
    expect(servedIntervals(events).map(({ accepted }) => accepted)).toEqual([2, 1]);
  });

  test.each(['ended', 'reset', 'timed-out'])('takes %s for the end', (end) => {
    expect(servedIntervals([event(1, 'serving', 'a'), event(2, end, 'a')])).toMatchObject([{ serving: 1, ended: 2 }]);
  });

  test('leaves out what was not served from beginning to end', () => {
    const events = [
      event(1, 'accepted', 'never served'),
      event(2, 'ended', 'never served'),
      event(3, 'serving', 'still open'),
      { event: 'listening', at: 0 },
    ];
    expect(servedIntervals(events)).toEqual([]);
  });

  test('takes a connection for accepted when it was served, where nothing says otherwise', () => {
    expect(servedIntervals([event(3, 'serving', 'a'), event(4, 'ended', 'a')])).toMatchObject([{ accepted: 3 }]);
  });
});

describe('mostAtOnce()', () => {
  const interval = (serving: number, ended: number) => ({ worker: undefined, accepted: serving, serving, ended });

  test('counts those that overlap', () => {
    expect(mostAtOnce([interval(0, 10), interval(2, 4), interval(3, 5), interval(6, 8)])).toBe(3);
  });

  test('does not take one that begins when another ends for overlapping', () => {
    expect(mostAtOnce([interval(0, 5), interval(5, 9)])).toBe(1);
  });

  test('finds the slightest overlap', () => {
    expect(mostAtOnce([interval(0, 5.001), interval(5, 9)])).toBe(2);
  });

  test('is 0 where nothing was served', () => {
    expect(mostAtOnce([])).toBe(0);
  });
});
