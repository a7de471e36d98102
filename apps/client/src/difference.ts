import { escapeBytes } from '#command-line';
/** Where two replies part, and a few characters of each from a little before that place. */
export function difference(expected: Buffer, got: Buffer): { at: number; expected: string; got: string } {
  let at = 0;
  while (at < got.length && expected[at] === got[at]) at += 1;
  const from = Math.max(0, at - 10);
  const excerpt = (bytes: Buffer): string =>
    `${from > 0 ? '…' : ''}${escapeBytes(bytes.subarray(from, from + 40))}${bytes.length > from + 40 ? '…' : ''}`;
  return { at: at + 1, expected: excerpt(expected), got: excerpt(got) };
}
