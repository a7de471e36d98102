import { isIP, SocketAddress } from 'node:net';
import { addressText } from '#logging';

/** Who a connection is for, as a proxy says before it passes on what its client sends. */
export interface Header {
  /** How many bytes it takes. What follows is the client's. */
  readonly length: number;
  /** `ADDRESS:PORT`; undefined where the proxy does not say, or names no client of TCP over IP. */
  readonly client: string | undefined;
  /** Whether the connection is the proxy's own, such as a check. */
  readonly local: boolean;
}

/** Bytes that are no header, however they go on. */
export type NoHeader = 'false' | 'oversized';

/** Of version 1, its CR LF included. */
const longestLine = 107;

/**
 * Of version 2. The length field would allow 65,551; this is room for a pair of Unix paths (232) and for every extension (TLV)
 * that the specification names, several times over.
 */
export const longestBlock = 4_096;

const word = Buffer.from('PROXY ');
const signature = Buffer.from('\r\n\r\n\0\r\nQUIT\n');

/**
 * Reads the header of the PROXY protocol, version 1 or 2, at the beginning of what has come so far: `incomplete` where more has
 * to come. What it says otherwise is not changed by anything that follows, and a false header is known for one at the first
 * byte that no header has there.
 *
 * Source: HAProxy, doc/proxy-protocol.txt, 2.1 and 2.2. Checksums and other extensions are skipped, as it allows.
 */
export function readHeader(bytes: Buffer): Header | NoHeader | 'incomplete' {
  if (beginsAs(bytes, signature)) return readBlock(bytes);
  return beginsAs(bytes, word) ? readLine(bytes) : 'false';
}

/** Whether they agree as far as both go. */
function beginsAs(bytes: Buffer, expected: Buffer): boolean {
  return bytes.subarray(0, expected.length).equals(expected.subarray(0, bytes.length));
}

/** Version 1: `PROXY TCP4 SOURCE DESTINATION PORT PORT`, or `PROXY UNKNOWN` and anything. */
function readLine(bytes: Buffer): Header | NoHeader | 'incomplete' {
  const end = bytes.subarray(0, longestLine).indexOf('\r\n');
  if (end === -1) return bytes.length < longestLine ? 'incomplete' : 'oversized';
  const line = bytes.toString('latin1', 0, end);
  const length = end + 2;
  if (/^PROXY UNKNOWN(?: |$)/.test(line)) return { length, client: undefined, local: false };
  const [, version, source = '', destination = '', port, toPort] =
    /^PROXY TCP([46]) ([\da-fA-F.:]+) ([\da-fA-F.:]+) (0|[1-9]\d{0,4}) (0|[1-9]\d{0,4})$/.exec(line) ?? [];
  const right = [source, destination].every((address) => isIP(address) === Number(version));
  if (!right || Number(port) > 65_535 || Number(toPort) > 65_535) return 'false';
  return { length, client: clientText(source, Number(port)), local: false };
}

/** How many bytes the addresses of a family take: none, IPv4, IPv6, Unix. */
const addressBytes = [0, 12, 36, 216];

/** Version 2: a signature, version and command, family and transport, the length of the rest; addresses, extensions. */
function readBlock(bytes: Buffer): Header | NoHeader | 'incomplete' {
  const [command, kind] = [bytes[12] ?? 0x20, bytes[13] ?? 0];
  if (command !== 0x20 && command !== 0x21) return 'false';
  const local = command === 0x20;
  const needed = local ? 0 : addressBytes[kind >> 4]; // Of a connection of its own, the family means nothing.
  if (needed === undefined || (!local && (kind & 0x0f) > 2)) return 'false';
  if (bytes.length < 16) return 'incomplete';
  const length = 16 + bytes.readUInt16BE(14);
  if (length > longestBlock) return 'oversized';
  if (length < 16 + needed) return 'false';
  if (bytes.length < length) return 'incomplete';
  return { length, client: local ? undefined : clientOf(bytes, kind), local };
}

/** The source in a block, where that is TCP over IP. */
function clientOf(bytes: Buffer, kind: number): string | undefined {
  if (kind === 0x11) return addressText(bytes.subarray(16, 20).join('.'), bytes.readUInt16BE(24));
  if (kind !== 0x21) return undefined;
  const groups = Array.from({ length: 8 }, (_, group) => bytes.readUInt16BE(16 + 2 * group).toString(16));
  return clientText(groups.join(':'), bytes.readUInt16BE(48));
}

/** Node writes an IPv6 address the short way, whichever way it came. */
function clientText(address: string, port: number): string {
  return addressText(isIP(address) === 6 ? new SocketAddress({ address, family: 'ipv6' }).address : address, port);
}
