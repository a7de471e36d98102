import { describe, expect, test } from '@jest/globals';
import { codeLines } from './code-lines.ts';

describe('codeLines()', () => {
  test('leaves out comments and blank lines, and keeps indentation', () => {
    const source = `/** What it is. */
export const a = {
  /**
   * Why, at length:
   *
   *     a ──> b
   */
  b: 1, // Because.

  // On its own.
  c: 'd',
};
`;
    expect(codeLines(source)).toEqual(['export const a = {', '  b: 1,', "  c: 'd',", '};']);
  });

  test('does not take what stands in a text for a comment', () => {
    const lines = ["const url = 'http://host/*';", "const glob = '*/';"];
    expect(codeLines(lines.join('\n'))).toEqual(lines);
  });
});
