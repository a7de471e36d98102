import { escapeStart } from '#command-line';

/** How many characters of a message are shown. */
const shown = 80;

/**
 * Shows a message on one line: escaped, and after 80 characters `…` and its size. Bytes that are not UTF-8 are shown as
 * `\xff`. The work depends on what is shown, not on how long the message is.
 */
export function messageText(message: Uint8Array): string {
  const { text, length } = escapeStart(message, shown);
  return length < message.length ? `${text}… (${message.length} bytes)` : text;
}
