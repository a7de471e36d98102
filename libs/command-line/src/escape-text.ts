/** How much of a text from outside a line may hold, in code points, so that a line stays below PIPE_BUF. */
const longest = 160;

/**
 * What must not reach a terminal, a log or a file of ours as it is: control characters (C0, DEL, C1), format characters
 * (bidirectional overrides, zero width), line and paragraph separators, surrogates, characters without a meaning.
 */
const unsafe = /[\p{C}\p{Zl}\p{Zp}]/gu;
const unsafeOrBackslash = /[\p{C}\p{Zl}\p{Zp}\\]/gu;

const short = new Map([['\n', '\\n'], ['\r', '\\r'], ['\t', '\\t'], ['\\', '\\\\']]);

/**
 * Makes a text fit to be shown on one line: `\n`, `\r`, `\t`, `\x1b` for other ASCII, `\u{9b}` for the rest; and `\\`, so
 * that what was escaped can be told from what came so.
 */
export function escapeText(text: string): string {
  return text.replace(unsafeOrBackslash, escapeCharacter);
}

/** The same for a sentence of ours that holds text from outside, a path, or a command to be copied: a backslash stays. */
export function escapeLine(text: string): string {
  return text.replace(unsafe, escapeCharacter);
}

/** Escapes a byte that is no text: `\xff`. */
export function escapeByte(byte: number): string {
  return `\\x${byte.toString(16).padStart(2, '0')}`;
}

/** As `escapeText`, and cut after 160 characters, however long the text is. */
export function escapeShort(text: string): string {
  // A code point is at most two units, so no more of the text than that need be looked at.
  const start = Array.from(text.slice(0, 2 * longest)).slice(0, longest).join('');
  return escapeText(start) + (start.length < text.length ? '…' : '');
}

function escapeCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return short.get(character) ?? (code < 0x80 ? escapeByte(code) : `\\u{${code.toString(16)}}`);
}
