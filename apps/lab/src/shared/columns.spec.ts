import { expect, test } from '@jest/globals';
import { columns, wrap } from './columns.ts';

test('columns() wraps the flexible column and pads the others, figures to the right', () => {
  const rows = [
    [{ text: 'name' }, { text: 'what it says of itself' }, { text: 'n', right: true }],
    [{ text: 'a' }, { text: 'short' }, { text: '100', right: true }],
  ];
  expect(columns(rows, { width: 25, flexible: 1 })).toBe(
    ['name  what it says      n\n', '      of itself\n', 'a     short           100\n'].join(''),
  );
});

test('columns() paints a cell once it is padded, so that colours do not shift columns', () => {
  const paint = (text: string): string => `<${text}>`;
  expect(columns([[{ text: 'a', paint }, { text: 'b' }], [{ text: 'ccc' }, { text: 'd' }]], { width: 80, flexible: 1 })).toBe(
    '<a  >  b\nccc  d\n',
  );
});

test('wrap() breaks between words, and leaves a word that is too long whole', () => {
  expect(wrap('one two internationalisation', 7)).toEqual(['one two', 'internationalisation']);
});

test('columns() shows on one line what would steer the terminal', () => {
  const evil = 'a\u001b[2J\u009b\u202e\nb';
  expect(columns([[{ text: evil }, { text: 'c' }]], { width: 80, flexible: 0 })).toBe('a\\x1b[2J\\u{9b}\\u{202e}\\nb  c\n');
});
