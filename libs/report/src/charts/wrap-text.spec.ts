import { expect, test } from '@jest/globals';
import { textWidth } from './text-width.ts';
import { wrapText } from './wrap-text.ts';

test('wrapText() breaks between words where a line would be too wide, and leaves a word whole', () => {
  const width = textWidth('Memory when', 12);
  expect(wrapText('Memory when it listens', width, 12)).toEqual(['Memory when', 'it listens']);
  expect(wrapText('Armazenamento', 10, 12)).toEqual(['Armazenamento']);
});
