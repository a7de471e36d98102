/** Where the character begins to which this byte belongs, so that none is cut; in what is not UTF-8, near it. */
export function beginOfCharacter(bytes: Uint8Array, at: number): number {
  let begin = at;
  while (at - begin < 3 && begin > 0 && ((bytes[begin] ?? 0) & 0xc0) === 0x80) begin--;
  return begin;
}
