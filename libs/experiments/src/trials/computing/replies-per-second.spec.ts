import { expect, test } from '@jest/globals';
import { repliesPerSecond } from './replies-per-second.ts';

/** A reply every 10 ms, whoever gets it. */
const inTurn = Array.from({ length: 14 }, (_, index) => 100 + 10 * (index + 1));

test('repliesPerSecond() is what one worker does, however many clients take turns at it', () => {
  expect(repliesPerSecond(inTurn, { began: 100, over: 240 })).toBe(100);
});

test('repliesPerSecond() leaves out what comes too late or never, and the time that went into it', () => {
  expect(repliesPerSecond([...inTurn, Infinity], { began: 100, over: 225 })).toBe(100);
});
