import { describe, expect, test } from '@jest/globals';
import type { ServerEvent } from '#record';
import { busiestShare, sharesOf } from './worker-shares.ts';

const ended = (worker: number, messages: number): ServerEvent => ({ event: 'ended', at: 0, worker, messages });

describe('sharesOf()', () => {
  test('counts connections and messages by worker, and no other events', () => {
    const events = [ended(2, 3), { event: 'serving', at: 0, worker: 1 }, ended(1, 1), ended(2, 5)];
    expect(sharesOf(events, 2)).toEqual({ connections: [1, 2], messages: [1, 8] });
  });

  test('counts a worker that got nothing, and one that nobody knew of', () => {
    expect(sharesOf([ended(4, 1)], 2)).toEqual({ connections: [0, 0, 1], messages: [0, 0, 1] });
  });
});

describe('busiestShare()', () => {
  test('is the part of the one that has most', () => {
    const shares = { connections: [1, 3], messages: [6, 4] };
    expect([busiestShare('connections')(shares), busiestShare('messages')(shares)]).toEqual([0.75, 0.6]);
  });
});
