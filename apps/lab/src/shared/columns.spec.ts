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

test('columns() breaks a head that wraps, and makes no room for a cell that stands alone', () => {
  const rows = [
    [{ text: 'name' }, { text: 'time a message', right: true, wraps: true }],
    [{ text: 'what has a long name', alone: true }],
    [{ text: '' }, { text: '1.5 ms', right: true }],
  ];
  expect(columns(rows)).toBe(['name   time a\n', '      message\n', 'what has a long name\n', '       1.5 ms\n'].join(''));
});

test('wrap() breaks between words, and leaves a word that is too long whole', () => {
  expect(wrap('one two internationalisation', 7)).toEqual(['one two', 'internationalisation']);
});

test('columns() shows on one line what would steer the terminal', () => {
  const evil = 'a\u001b[2J\u009b\u202e\nb';
  expect(columns([[{ text: evil }, { text: 'c' }]], { width: 80, flexible: 0 })).toBe('a\\x1b[2J\\u{9b}\\u{202e}\\nb  c\n');
});
