/** Control characters, and what moves or breaks the text around it. */
const unsafe = /[\0-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/** Text from outside for one line of a terminal, a report or a log: escaped, and cut where it is long. */
export function oneLine(text: string, longest: number): string {
  const cut = text.length > longest ? `${text.slice(0, longest)}… (${text.length} characters)` : text;
  return cut.replaceAll(unsafe, (one) => names[one] ?? `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

const names: Readonly<Record<string, string>> = { '\n': String.raw`\n`, '\r': String.raw`\r`, '\t': String.raw`\t` };
