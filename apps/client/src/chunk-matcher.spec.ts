import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ChunkMatcher } from './chunk-matcher.ts';

/** Feeds the reply in packets of `size` bytes and returns the last match. */
function feed(matcher: ChunkMatcher, reply: string, size: number): string {
  const bytes = Buffer.from(reply);
  let kind = 'more';
  for (let at = 0; at < bytes.length && kind === 'more'; at += size) {
    kind = matcher.take(bytes.subarray(at, at + size)).kind;
  }
  return kind;
}

describe('ChunkMatcher', () => {
  test('ChunkMatcher takes a message that the server split anywhere, in packets cut anywhere', () => {
    const text = fc.string({ unit: fc.constantFrom('E', 'c', 'h', 'o', ':', ' ', 'x'), minLength: 2, maxLength: 30 });
    fc.assert(
      fc.property(text, fc.nat(), fc.integer({ min: 1, max: 9 }), (message, cut, size) => {
        const at = 1 + (cut % (message.length - 1));
        const matcher = new ChunkMatcher(Buffer.from(message));
        expect(feed(matcher, `Echo: ${message.slice(0, at)}Echo: ${message.slice(at)}`, 1_000)).toBe('whole');
        expect(feed(new ChunkMatcher(Buffer.from(message)), `Echo: ${message}`, size)).toBe('whole');
      }),
    );
  });

  test('ChunkMatcher counts the pieces', () => {
    const matcher = new ChunkMatcher(Buffer.from('abc'));
    expect(feed(matcher, 'Echo: aEcho: bEcho: c', 4)).toBe('whole');
    expect(matcher.pieces).toBe(3);
  });

  test('ChunkMatcher keeps few readings of a message that is all prefixes, whole or split', () => {
    const message = 'Echo: '.repeat(6_000);
    const split = `Echo: ${message.slice(0, 20_000)}Echo: ${message.slice(20_000)}`;
    const began = process.cpuUsage();
    expect(feed(new ChunkMatcher(Buffer.from(message)), `Echo: ${message}`, 65_536)).toBe('whole');
    expect(feed(new ChunkMatcher(Buffer.from(`${message}x`)), `${split}x`, 65_536)).toBe('whole');
    // Without a bound, each byte is compared with up to 3,000 readings: half a minute, in place of half a second. Jest's own
    // limit would not end it, since nothing is awaited.
    expect(process.cpuUsage(began).user).toBeLessThan(10e6);
  });

  test('ChunkMatcher takes a message that looks like a prefix', () => {
    expect(feed(new ChunkMatcher(Buffer.from('Echo: ')), 'Echo: Echo: ', 1)).toBe('whole');
    expect(feed(new ChunkMatcher(Buffer.from('Error: x')), 'Echo: Error: x', 3)).toBe('whole');
  });

  test.each([
    ['another byte', 'Echo: abX', 'X'],
    ['more than the message', 'Echo: abcd', 'd'],
    ['an empty piece', 'Echo: Echo: abc', 'Echo: abc'],
    ['an Error line after a piece', 'Echo: aError: no', 'Error: no'],
  ])('ChunkMatcher refuses %s', (_, reply, from) => {
    expect(new ChunkMatcher(Buffer.from('abc')).take(Buffer.from(reply))).toEqual({
      kind: 'wrong',
      from: Buffer.from(from),
    });
  });
});
