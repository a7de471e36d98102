import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cutLine } from './cut-line.ts';

test.each([
  ['leaves what fits', 'one two', 7, 'one two'],
  ['cuts behind a word', 'one two three', 10, 'one two…'],
  ['keeps a word that just fits', 'one two three', 8, 'one two…'],
  ['drops what joined the words', 'one, two (three)', 11, 'one, two…'],
  ['cuts a word that is too long', 'internationalisation', 6, 'inter…'],
])('cutLine() %s', (_, text, width, expected) => {
  expect(cutLine(text, width)).toBe(expected);
});

test('cutLine() is never wider than the line, and begins as the text does', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 40 }), (text, width) => {
      const cut = cutLine(text, width);
      expect(cut.length).toBeLessThanOrEqual(width);
      expect(text.startsWith(cut.replace(/…$/, ''))).toBe(true);
    }),
  );
});
