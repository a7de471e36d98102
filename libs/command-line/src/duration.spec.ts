import { expect, test } from '@jest/globals';
import { formatDuration, parseDuration } from './duration.ts';

test.each([
  ['250ms', 250],
  ['2s', 2_000],
  ['1.5s', 1_500],
  ['1m', 60_000],
  ['2h', 7_200_000],
  ['40', 40],
  ['0', 0],
  ['2147483647ms', 2_147_483_647],
])('parseDuration() reads %s', (text, ms) => {
  expect(parseDuration(text)).toBe(ms);
});

test.each(['', 'soon', '-1s', '1 s', '1d', 's', '1e3', '.5s', '2147483648ms', '1000h'])(
  'parseDuration() takes no %j',
  (text) => {
    expect(parseDuration(text)).toBeUndefined();
  },
);

test.each([
  [0.0423, '0.042 ms'],
  [3.04159, '3.04 ms'],
  [999, '999 ms'],
  [1_310, '1.31 s'],
  [90_000, '1.5 min'],
])('formatDuration() writes %d as %s', (ms, text) => {
  expect(formatDuration(ms)).toBe(text);
});
