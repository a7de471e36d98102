/** Control characters (C0, DEL, C1), line and paragraph separators, and what turns the direction of text around. */
const unsafe = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

const short: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** Writes text from the network so that it cannot steer a terminal: `\x1b[2J` in place of a cleared screen. */
export function escape(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString()
    .replace(unsafe, (character) => short[character] ?? escapeCode(character.charCodeAt(0)));
}

function escapeCode(code: number): string {
  return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
}
