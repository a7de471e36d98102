import { isUtf8 } from 'node:buffer';

const headLength = 60;
const tailLength = 30;

/** Bytes for one line of a terminal: quoted, escaped, the middle of long ones left out, with their number. */
export function showBytes(bytes: Uint8Array | string): string {
  const buffer = typeof bytes === 'string' ? Buffer.from(bytes) : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (buffer.length === 0) return 'nothing';
  if (buffer.length <= headLength + tailLength) return `"${escape(buffer)}"`;
  const head = escape(buffer.subarray(0, headLength));
  const tail = escape(buffer.subarray(buffer.length - tailLength));
  return `"${head}…${tail}" (${buffer.length} bytes)`;
}

const names: Readonly<Record<number, string>> = { 0x0a: '\\n', 0x0d: '\\r', 0x09: '\\t', 0x22: '\\"', 0x5c: '\\\\' };

function escape(bytes: Buffer): string {
  const readable = isUtf8(bytes);
  const unsafe = readable ? /[\0-\x1f"\\\x7f-\x9f]/g : /[\0-\x1f"\\\x7f-\xff]/g;
  const hex = (code: number): string => `\\x${code.toString(16).padStart(2, '0')}`;
  return bytes
    .toString(readable ? 'utf8' : 'latin1')
    .replaceAll(unsafe, (character) => names[character.charCodeAt(0)] ?? hex(character.charCodeAt(0)));
}
