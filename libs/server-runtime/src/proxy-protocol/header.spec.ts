import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { block, headers, mostlyHeaders, tcp4 } from '../testing/proxy-headers.ts';
import { longestBlock, readHeader } from './header.ts';

const noHeaders: readonly (readonly [string, Buffer])[] = [
  ['a message', Buffer.from('hello\n')],
  ['what begins as a header does', Buffer.from('PROXIMA\n')],
  ['another case', Buffer.from('proxy TCP4 203.0.113.7 192.0.2.1 56324 443\r\n')],
  ['another family', Buffer.from('PROXY TCP5 203.0.113.7 192.0.2.1 56324 443\r\n')],
  ['an address of another family', Buffer.from('PROXY TCP6 203.0.113.7 192.0.2.1 56324 443\r\n')],
  ['a leading zero in an address', Buffer.from('PROXY TCP4 203.0.113.07 192.0.2.1 56324 443\r\n')],
  ['a leading zero in a port', Buffer.from('PROXY TCP4 203.0.113.7 192.0.2.1 056324 443\r\n')],
  ['a port beyond 65535', Buffer.from('PROXY TCP4 203.0.113.7 192.0.2.1 56324 65536\r\n')],
  ['an address with a zone', Buffer.from('PROXY TCP6 fe80::1%eth0 ::1 56324 443\r\n')],
  ['two spaces', Buffer.from('PROXY TCP4  203.0.113.7 192.0.2.1 56324 443\r\n')],
  ['LF alone in a line', Buffer.from('PROXY TCP4 203.0.113.7 192.0.2.1 56324 443\n\r\n')],
  ['an unknown word', Buffer.from('PROXY UNKNOWNS\r\n')],
  ['a line without a family', Buffer.from('PROXY \r\n')],
  ['version 1 in a block', block(0x11, 0x11, tcp4)],
  ['version 3', block(0x31, 0x11, tcp4)],
  ['an unassigned command', block(0x22, 0x11, tcp4)],
  ['an unassigned family', block(0x21, 0x41, Buffer.alloc(216))],
  ['an unassigned transport', block(0x21, 0x13, tcp4)],
  ['addresses that are too short', block(0x21, 0x11, tcp4.subarray(1))],
];

describe('readHeader()', () => {
  test.each(headers)('reads %j, and not a byte more, wherever it is cut', (bytes, client, local) => {
    const header = { length: bytes.length, client, local };
    for (let end = 0; end < bytes.length; end++) expect([end, readHeader(bytes.subarray(0, end))]).toEqual([end, 'incomplete']);
    for (const next of [Buffer.alloc(0), Buffer.from('\r\nhello\n'), bytes]) {
      expect(readHeader(Buffer.concat([bytes, next]))).toEqual(header);
    }
  });

  test.each(noHeaders)('takes %s for false', (_, bytes) => {
    expect(readHeader(bytes)).toBe('false');
  });

  test('tells at the first byte that no header has there', () => {
    expect(readHeader(Buffer.from('h'))).toBe('false');
    expect(readHeader(Buffer.from('PROXI'))).toBe('false');
    expect(readHeader(block(0x31, 0).subarray(0, 13))).toBe('false');
    expect(readHeader(block(0x21, 0x41).subarray(0, 14))).toBe('false');
  });

  test('tells what is too long before it has come', () => {
    const line = Buffer.from('PROXY UNKNOWN '.padEnd(106, 'x'));
    expect(readHeader(line)).toBe('incomplete');
    expect(readHeader(Buffer.concat([line, Buffer.from('\r\n')]))).toBe('oversized'); // 108 bytes
    expect(readHeader(block(0x21, 0x11, Buffer.alloc(0), longestBlock - 16))).toBe('incomplete');
    expect(readHeader(block(0x21, 0x11, Buffer.alloc(0), longestBlock - 15))).toBe('oversized');
    expect(readHeader(block(0x20, 0x00, Buffer.alloc(0), 65_535))).toBe('oversized');
  });

  test('says of 10,000 random inputs the same whatever follows, and never takes what is not there', () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(mostlyHeaders, fc.nat(), (bytes, place) => {
        const whole = readHeader(bytes);
        const early = readHeader(bytes.subarray(0, place % (bytes.length + 1)));
        if (early !== 'incomplete') expect(early).toEqual(whole);
        if (typeof whole !== 'string') {
          expect(whole.length).toBeLessThanOrEqual(bytes.length);
          expect(readHeader(bytes.subarray(0, whole.length))).toEqual(whole);
          expect(readHeader(bytes.subarray(0, whole.length - 1))).toBe('incomplete');
        } else if (whole === 'incomplete') expect(bytes.length).toBeLessThan(longestBlock);
        const kind = typeof whole === 'string' ? whole : 'header';
        seen.set(kind, (seen.get(kind) ?? 0) + 1);
      }),
      { numRuns: 10_000 },
    );
    for (const kind of ['header', 'incomplete', 'false', 'oversized']) expect([kind, (seen.get(kind) ?? 0) > 100]).toEqual([kind, true]);
  });
});
