import fc from 'fast-check';
import { longestBlock } from '../proxy-protocol/header.ts';

const signature = '0d0a0d0a000d0a515549540a';

/** A header of version 2: command and kind as they stand in it, and what its length field counts. */
export function block(command: number, kind: number, rest: Buffer = Buffer.alloc(0), length = rest.length): Buffer {
  return Buffer.concat([Buffer.from(signature, 'hex'), Buffer.from([command, kind, length >> 8, length & 0xff]), rest]);
}

/** The addresses of such a header. */
export const tcp4 = Buffer.from('cb007107c0000201dc0401bb', 'hex'); // 203.0.113.7:56324 to 192.0.2.1:443
const tcp6 = Buffer.from(`${'20010db8'.padEnd(31, '0')}1${'20010db8'.padEnd(31, '0')}2dc0401bb`, 'hex');
const extension = Buffer.from('040003000000', 'hex'); // PP2_TYPE_NOOP

/** Headers, whom they name, and whether they are of the proxy's own. */
export const headers: readonly (readonly [Buffer, string | undefined, boolean])[] = [
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

/** Random bytes, most of which begin as a header does, so that they come far. */
export const mostlyHeaders = fc
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
