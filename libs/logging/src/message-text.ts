import { isUtf8 } from 'node:buffer';
import { escapeByte, escapeText } from './escape-text.ts';

/** How many characters of a message are shown. */
const shown = 80;
/** UTF-8 takes at most this many bytes for a character (RFC 3629, section 3). */
const longestCharacter = 4;

/**
 * Shows a message on one line: escaped, and after 80 characters `…` and its size. Bytes that are not UTF-8 are shown as
 * `\xff`. The work depends on what is shown, not on how long the message is.
 */
export function messageText(message: Uint8Array): string {
  let text = '';
  let at = 0;
  for (let characters = 0; characters < shown && at < message.length; characters++) {
    const character = characterAt(message, at);
    text += character === undefined ? escapeByte(message[at] ?? 0) : escapeText(decode(character));
    at += character?.length ?? 1;
  }
  return at < message.length ? `${text}… (${message.length} bytes)` : text;
}

/** The bytes of the character that starts there; undefined where none does. */
function characterAt(message: Uint8Array, at: number): Uint8Array | undefined {
  for (let length = 1; length <= longestCharacter; length++) {
    const bytes = message.subarray(at, at + length);
    if (isUtf8(bytes)) return bytes;
  }
  return undefined;
}

function decode(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
}
