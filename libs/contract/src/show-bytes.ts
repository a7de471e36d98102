import { isUtf8 } from 'node:buffer';
import { beginOfCharacter } from './begin-of-character.ts';

const headLength = 60;
const tailLength = 30;

/** Bytes for one line of a terminal: quoted, escaped, the middle of long ones left out, with their number. */
export function showBytes(bytes: Uint8Array | string): string {
  const buffer = typeof bytes === 'string' ? Buffer.from(bytes) : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (buffer.length === 0) return 'nothing';
  if (buffer.length <= headLength + tailLength) return `"${escape(buffer)}"`;
  const head = escape(buffer.subarray(0, beginOfCharacter(buffer, headLength)));
  const tail = escape(buffer.subarray(beginOfCharacter(buffer, buffer.length - tailLength)));
  return `"${head}…${tail}" (${buffer.length} bytes)`;
}

const names = new Map([['\n', '\\n'], ['\r', '\\r'], ['\t', '\\t'], ['"', '\\"'], ['\\', '\\\\']]);

/** Nothing that steers a terminal or turns its text around is shown as it is; what is not UTF-8 is shown byte by byte. */
function escape(bytes: Buffer): string {
  const readable = isUtf8(bytes);
  const unsafe = readable ? /[\p{C}\p{Zl}\p{Zp}"\\]/gu : /[\0-\x1f"\\\x7f-\xff]/g;
  return bytes.toString(readable ? 'utf8' : 'latin1').replaceAll(unsafe, (character) => {
    const code = character.codePointAt(0) ?? 0;
    const hex = code.toString(16);
    return names.get(character) ?? (readable && code >= 0x80 ? `\\u{${hex}}` : `\\x${hex.padStart(2, '0')}`);
  });
}
