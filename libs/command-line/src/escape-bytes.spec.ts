import { expect, test } from '@jest/globals';
import { escapeBytes } from './escape-bytes.ts';

test.each([
  ['text', 'Olá 😀', 'Olá 😀'],
  ['what steers a terminal', 'a\u001b[2J\u009b\u202e\n', 'a\\x1b[2J\\u{9b}\\u{202e}\\n'],
  ['the start of a character', Buffer.from([0x68, 0xc3]), 'h\\xc3'],
  ['bytes between characters', Buffer.from([0xff, 0xc3, 0xa1, 0x80]), '\\xffá\\x80'],
])('escapeBytes() shows %s', (_, bytes, shown) => {
  expect(escapeBytes(Buffer.from(bytes as string))).toBe(shown);
});
