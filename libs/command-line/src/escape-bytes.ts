import { isUtf8 } from 'node:buffer';
import { escapeByte, escapeText } from './escape-text.ts';

/** UTF-8 takes at most this many bytes for a character (RFC 3629, section 3). */
const longestCharacter = 4;

/** Makes bytes fit to be shown on one line: as `escapeText`, and what is not UTF-8 as `\xff`. */
export function escapeBytes(bytes: Uint8Array): string {
  return isUtf8(bytes) ? escapeText(decode(bytes)) : escapeStart(bytes, Infinity).text;
}

/** The same of the first so many characters, however long the whole is, and how many bytes that were. */
export function escapeStart(bytes: Uint8Array, characters: number): { readonly text: string; readonly length: number } {
  let text = '';
  let at = 0;
  for (let shown = 0; shown < characters && at < bytes.length; shown++) {
    const character = characterAt(bytes, at);
    text += character === undefined ? escapeByte(bytes[at] ?? 0) : escapeText(decode(character));
    at += character?.length ?? 1;
  }
  return { text, length: at };
}

/** The bytes of the character that starts there; undefined where none does. */
function characterAt(bytes: Uint8Array, at: number): Uint8Array | undefined {
  for (let length = 1; length <= longestCharacter; length++) {
    const character = bytes.subarray(at, at + length);
    if (isUtf8(character)) return character;
  }
  return undefined;
}

function decode(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
}
