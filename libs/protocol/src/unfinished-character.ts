/**
 * How many bytes at the end of `bytes` begin a UTF-8 character that more bytes could still complete: 0 to 3. Bytes that
 * nothing can complete any more count as 0, so that they are judged at once (Unicode 17.0, table 3-7).
 */
export function unfinishedCharacter(bytes: Uint8Array): number {
  for (let count = 1; count <= 3 && count <= bytes.length; count++) {
    const lead = byteFromEnd(bytes, count);
    if (isContinuation(lead)) continue;
    const complete = count >= lengthAfter(lead);
    return complete || (count > 1 && !mayFollow(lead, byteFromEnd(bytes, count - 1))) ? 0 : count;
  }
  return 0;
}

const byteFromEnd = (bytes: Uint8Array, count: number): number => bytes[bytes.length - count] ?? 0;
const isContinuation = (byte: number): boolean => (byte & 0xc0) === 0x80;

/** The length of the character that `lead` begins; 0 where it begins none. */
function lengthAfter(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  if (lead >= 0xf0 && lead <= 0xf4) return 4;
  return 0;
}

/** Overlong forms, surrogates and what lies beyond U+10FFFF show in the second byte. */
function mayFollow(lead: number, second: number): boolean {
  if (lead === 0xe0) return second >= 0xa0;
  if (lead === 0xed) return second <= 0x9f;
  if (lead === 0xf0) return second >= 0x90;
  if (lead === 0xf4) return second <= 0x8f;
  return true;
}
