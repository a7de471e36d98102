import { describe, expect, test } from '@jest/globals';
import { approaches } from '#approaches';
import { codeDifference, codeLines, hunksOf } from './code-difference.ts';
import { parseSource } from './source.ts';

describe('hunksOf()', () => {
  test('hunksOf() has none for texts that are the same', () => {
    expect(hunksOf(['a', 'b'], ['a', 'b'])).toEqual([]);
    expect(hunksOf([], [])).toEqual([]);
  });

  test('hunksOf() sets the lines that were changed side by side', () => {
    expect(hunksOf(['a', 'x', 'b', 'c'], ['a', 'y', 'z', 'b', 'c'])).toEqual([{ before: ['x'], after: ['y', 'z'] }]);
  });

  test('hunksOf() tells lines that were added from lines that were removed, and keeps places apart', () => {
    expect(hunksOf(['a', 'gone', 'b'], ['a', 'b', 'new'])).toEqual([
      { before: ['gone'], after: [] },
      { before: [], after: ['new'] },
    ]);
  });
});

describe('codeLines()', () => {
  const linesOf = (...lines: readonly string[]): readonly string[] => codeLines(parseSource('a.ts', `${lines.join('\n')}\n`));

  test('codeLines() leaves out comments and blank lines, and keeps indentation', () => {
    const docstring = ['  /**', '   * Why, at length:', '   *', '   *     a ──> b', '   */'];
    const source = ['/** What it is. */', 'export const a = {', ...docstring, '  b: 1, // Because.', '', '  // On its own.', "  c: 'd',", '};'];
    expect(linesOf(...source)).toEqual(['export const a = {', '  b: 1,', "  c: 'd',", '};']);
  });

  test('codeLines() does not take what stands in a text for a comment', () => {
    const lines = ["const url = 'http://host/*';", "const glob = '*/';"];
    expect(linesOf(...lines)).toEqual(lines);
  });
});

test('codeDifference() counts what leads from one approach to another, and nothing from one to itself', () => {
  const [serial, async] = ['server-serial', 'server-async'].map((name) => approaches().find((one) => one.name === name));
  if (serial === undefined || async === undefined) throw new Error('an approach is gone');
  expect(codeDifference(serial, serial)).toMatchObject({ hunks: [], files: [], changed: 0 });
  const { files, changed, removed, added, lines } = codeDifference(serial, async);
  expect(files).toEqual(['model.ts']);
  expect(changed).toBeGreaterThanOrEqual(Math.max(removed, added));
  expect(changed).toBeLessThan(lines);
});
