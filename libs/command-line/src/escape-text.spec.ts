import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { escapeLine, escapeShort, escapeText } from './escape-text.ts';

describe('escapeText()', () => {
  test.each([
    ['a newline', 'a\nb', '\\n'],
    ['a carriage return', 'a\rb', '\\r'],
    ['a tab', 'a\tb', '\\t'],
    ['a backslash', 'a\\b', '\\\\'],
    ['NUL', 'a\0b', '\\x00'],
    ['ESC', 'a\x1bb', '\\x1b'],
    ['DEL', 'a\x7fb', '\\x7f'],
    ['CSI, a C1 control', 'a\u009bb', '\\u{9b}'],
    ['NEL, a C1 control', 'a\u0085b', '\\u{85}'],
    ['an Arabic letter mark', 'a\u061cb', '\\u{61c}'],
    ['a left-to-right mark', 'a\u200eb', '\\u{200e}'],
    ['a paragraph separator', 'a\u2029b', '\\u{2029}'],
    ['a bidirectional override', 'a\u202eb', '\\u{202e}'],
    ['a bidirectional isolate', 'a\u2066b', '\\u{2066}'],
    ['a zero-width space', 'a\u200bb', '\\u{200b}'],
    ['a byte order mark', 'a\ufeffb', '\\u{feff}'],
    ['a line separator', 'a\u2028b', '\\u{2028}'],
    ['a lone surrogate', 'a\ud800b', '\\u{d800}'],
    ['a tag character', 'a\u{e0041}b', '\\u{e0041}'],
  ])('escapes %s', (_, text, escaped) => {
    expect(escapeText(text)).toBe(`a${escaped}b`);
  });

  test('leaves other text as it is', () => {
    expect(escapeText('Olá, “mundo” 😀 …')).toBe('Olá, “mundo” 😀 …');
  });

  test('never makes two texts look the same', () => {
    const text = fc.string({ unit: fc.constantFrom('\\', 'n', '\n', 'x', '0', '\0', 'u', '{', '}'), maxLength: 4 });
    fc.assert(fc.property(text, text, (one, other) => (escapeText(one) === escapeText(other)) === (one === other)));
  });
});

test('escapeLine() leaves a backslash, and nothing that steers a terminal', () => {
  expect(escapeLine('C:\\x\u001b\u202e\n')).toBe('C:\\x\\x1b\\u{202e}\\n');
});

describe('escapeShort()', () => {
  test('cuts after 160 characters and says so', () => {
    expect(escapeShort('😀'.repeat(160))).toBe('😀'.repeat(160));
    expect(escapeShort('😀'.repeat(161))).toBe(`${'😀'.repeat(160)}…`);
  });
});
