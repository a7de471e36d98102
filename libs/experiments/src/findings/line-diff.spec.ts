import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { lineDiff } from './line-diff.ts';

const lines = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 });

describe('lineDiff()', () => {
  test('is empty for texts that are the same', () => {
    expect(lineDiff(['a', 'b'], ['a', 'b'])).toEqual([]);
    expect(lineDiff([], [])).toEqual([]);
  });

  test('sets the lines that were changed side by side', () => {
    expect(lineDiff(['a', 'x', 'b', 'c'], ['a', 'y', 'z', 'b', 'c'])).toEqual([{ before: ['x'], after: ['y', 'z'] }]);
  });

  test('tells lines that were added from lines that were removed, and keeps places apart', () => {
    expect(lineDiff(['a', 'gone', 'b'], ['a', 'b', 'new'])).toEqual([
      { before: ['gone'], after: [] },
      { before: [], after: ['new'] },
    ]);
  });

  test('does not take one line for changed because others came before it', () => {
    expect(lineDiff(['a', 'b', 'c'], ['x', 'a', 'b', 'c'])).toEqual([{ before: [], after: ['x'] }]);
  });

  test('leaves as much alone as can be, and counts every other line once', () => {
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const hunks = lineDiff(before, after);
        const removed = hunks.flatMap((hunk) => hunk.before).length;
        const added = hunks.flatMap((hunk) => hunk.after).length;
        expect(before.length - removed).toBe(longestCommon(before, after));
        expect(after.length - added).toBe(longestCommon(before, after));
      }),
    );
  });
});

/** The length of the longest common subsequence, by trying everything. */
function longestCommon([a, ...before]: readonly string[], after: readonly string[]): number {
  if (a === undefined) return 0;
  const at = after.indexOf(a);
  return Math.max(longestCommon(before, after), at < 0 ? 0 : 1 + longestCommon(before, after.slice(at + 1)));
}
