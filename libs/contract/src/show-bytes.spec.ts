import { expect, test } from '@jest/globals';
import { showBytes } from './show-bytes.ts';

test.each([
  ['Olá 😀', '"Olá 😀"'],
  ['"\\\n\r\t\0\u001b\u007f', '"\\"\\\\\\n\\r\\t\\x00\\x1b\\x7f"'],
  ['\u0085\u009b\u061c\u200e\u2028\u2029\u202e\u2069', '"\\u{85}\\u{9b}\\u{61c}\\u{200e}\\u{2028}\\u{2029}\\u{202e}\\u{2069}"'],
  [Buffer.from([0x68, 0xc3]), '"h\\xc3"'],
])('showBytes(%j)', (bytes, shown) => {
  expect(showBytes(bytes)).toBe(shown);
});
