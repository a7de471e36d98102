import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { messageText } from './message-text.ts';

describe('messageText()', () => {
  test('shows a short message whole', () => {
    expect(messageText(Buffer.from('Olá 😀'))).toBe('Olá 😀');
    expect(messageText(Buffer.from('é'.repeat(80)))).toBe('é'.repeat(80));
    expect(messageText(Buffer.alloc(0))).toBe('');
  });

  test('shortens a long one to 80 characters and its size', () => {
    expect(messageText(Buffer.from('é'.repeat(81)))).toBe(`${'é'.repeat(80)}… (162 bytes)`);
  });

  test('escapes what a peer aims at the terminal or the log', () => {
    const attack = '\x1b[2J\r\n[16:45:23] Server: stopped\0';
    expect(messageText(Buffer.from(attack))).toBe('\\x1b[2J\\r\\n[16:45:23] Server: stopped\\x00');
  });

  test('shows bytes that are not UTF-8 as such', () => {
    expect(messageText(Uint8Array.of(0xff, 0x41, 0xc3, 0x28, 0xed, 0xa0, 0x80, 0xc3))).toBe('\\xffA\\xc3(\\xed\\xa0\\x80\\xc3');
  });

  test('can be undone for any short bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        expect(Buffer.from(bytesOf(messageText(bytes)))).toEqual(Buffer.from(bytes));
      }),
    );
  });

  test('looks at no more of a message than it shows', () => {
    let furthest = 0;
    class Watched extends Uint8Array {
      override subarray(start = 0, end = this.length): Uint8Array<ArrayBuffer> {
        furthest = Math.max(furthest, end);
        return new Uint8Array(this.buffer, start, Math.min(end, this.length) - start);
      }
    }
    expect(messageText(new Watched(1_000_000).fill(0x41))).toBe(`${'A'.repeat(80)}… (1000000 bytes)`);
    expect(furthest).toBeGreaterThan(0);
    expect(furthest).toBeLessThan(400);
  });
});

/** The way back from what is shown to what came. */
function bytesOf(text: string): number[] {
  const parts = text.match(/\\x..|\\u\{[^}]+\}|\\.|[^\\]/gsu) ?? [];
  const short: Readonly<Record<string, string>> = { '\\n': '\n', '\\r': '\r', '\\t': '\t', '\\\\': '\\' };
  return parts.flatMap((part) => {
    if (part.startsWith('\\x')) return [parseInt(part.slice(2), 16)];
    if (part.startsWith('\\u')) return [...Buffer.from(String.fromCodePoint(parseInt(part.slice(3, -1), 16)))];
    return [...Buffer.from(short[part] ?? part)];
  });
}
