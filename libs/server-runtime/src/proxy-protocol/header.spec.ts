import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { longestBlock, readHeader } from './header.ts';

const signature = '0d0a0d0a000d0a515549540a';
/** A header of version 2: command and kind as they stand in it, and what its length field counts. */
function block(command: number, kind: number, rest: Buffer = Buffer.alloc(0), length = rest.length): Buffer {
  return Buffer.concat([Buffer.from(signature, 'hex'), Buffer.from([command, kind, length >> 8, length & 0xff]), rest]);
}
const tcp4 = Buffer.from('cb007107c0000201dc0401bb', 'hex'); // 203.0.113.7:56324 to 192.0.2.1:443
const tcp6 = Buffer.from(`${'20010db8'.padEnd(31, '0')}1${'20010db8'.padEnd(31, '0')}2dc0401bb`, 'hex');
const extension = Buffer.from('040003000000', 'hex'); // PP2_TYPE_NOOP

/** Headers, and whom they name. */
const headers: readonly (readonly [Buffer, string | undefined, boolean])[] = [
  [Buffer.from('PROXY TCP4 203.0.113.7 192.0.2.1 56324 443\r\n'), '203.0.113.7:56324', false],
  [Buffer.from('PROXY TCP4 255.255.255.255 255.255.255.255 65535 65535\r\n'), '255.255.255.255:65535', false],
  [Buffer.from('PROXY TCP6 2001:DB8:0:0::1 2001:db8::2 0 443\r\n'), '[2001:db8::1]:0', false],
  [Buffer.from('PROXY TCP6 ::ffff:203.0.113.7 ::1 56324 443\r\n'), '[::ffff:203.0.113.7]:56324', false],
  [Buffer.from('PROXY UNKNOWN\r\n'), undefined, false],
  [Buffer.from('PROXY UNKNOWN any\nthing \r\n'), undefined, false],
  [Buffer.from(`PROXY UNKNOWN ${'x'.repeat(91)}\r\n`), undefined, false], // 107 bytes
  [block(0x21, 0x11, tcp4), '203.0.113.7:56324', false],
  [block(0x21, 0x21, tcp6), '[2001:db8::1]:56324', false],
  [block(0x21, 0x11, Buffer.concat([tcp4, extension])), '203.0.113.7:56324', false],
  [block(0x21, 0x21, Buffer.concat([tcp6, Buffer.alloc(longestBlock - 52)])), '[2001:db8::1]:56324', false],
  [block(0x21, 0x12, tcp4), undefined, false],
  [block(0x21, 0x31, Buffer.alloc(216, 'x')), undefined, false],
  [block(0x21, 0x00), undefined, false],
  [block(0x21, 0x00, tcp4), undefined, false],
  [block(0x20, 0x00), undefined, true],
  [block(0x20, 0xff, tcp4), undefined, true],
];

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

  /** Random bytes, most of which begin as a header does, so that they come far. */
  const random = fc
    .tuple(
      fc.oneof(
        fc.constantFrom(...headers.map(([bytes]) => bytes)),
        fc.constantFrom('', 'PROXY ', 'PROXY TCP4 ', 'PROXY TCP6 ', 'PROXY UNKNOWN').map((text) => Buffer.from(text)),
        fc.constantFrom(Buffer.from(signature, 'hex'), block(0x21, 0x11), block(0x21, 0x21, tcp6), block(0x20, 0)),
        fc.constantFrom(Buffer.from('PROXY UNKNOWN '.padEnd(100, 'x')), block(0x21, 0x11, tcp4, longestBlock)),
      ),
      fc.nat(),
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 3 }),
      fc.oneof(
        fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
        fc.string({ unit: fc.constantFrom('0', '1', '2', '5', '6', '9', 'a', 'f', '.', ':', ' ', '\r', '\n'), maxLength: 120 }).map((text) => Buffer.from(text)),
      ),
    )
    .map(([start, place, changes, rest]) => {
      const bytes = Buffer.concat([start.subarray(0, place % 3 === 0 ? place % (start.length + 1) : undefined), rest]);
      for (const [at, value] of changes) if (bytes.length > 0) bytes[at % bytes.length] = value;
      return bytes;
    });

  test('says of 10,000 random inputs the same whatever follows, and never takes what is not there', () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(random, fc.nat(), (bytes, place) => {
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
