const byLength = [
  'abcdefghijklmnopqrstuvwxyzABCDFGHIJKLMNOPQRSTUVWXYZ0123456789 .,:;+-*/()[]{}<>@#$%&!?=_~',
  'áâãàçéêíóôõúñüßøΩжשع¿£',
  '漢字語文書€→∞한ก',
  '😀🚀𝄞👩🏽𝕏',
].map((characters) => Array.from(characters));

const blockLength = 262_144;

/**
 * Text that is the same each time, by its seed, and of which no two stretches are alike, so that a byte that is lost,
 * repeated or displaced shows. Its characters are of one to four bytes; it holds no `E`.
 */
export class SeededText {
  readonly seed: number;
  readonly #block: Buffer;
  #state: number;

  /** With `lines`, it holds line ends, LF and CR LF, some 40 bytes apart. */
  constructor(seed: number, { lines = false } = {}) {
    this.seed = seed;
    this.#state = seed;
    let text = '';
    for (let length = 0; length < blockLength; ) {
      const size = Math.max(0, this.below(8) - 4); // Half of the characters are ASCII.
      const kind = byLength[size] ?? [];
      const end = this.below(4) === 0 ? '\r\n' : '\n';
      const next = lines && this.below(25) === 0 ? end : (kind[this.below(kind.length)] ?? '');
      text += next;
      length += next === end ? end.length : size + 1;
    }
    this.#block = Buffer.from(text);
  }

  /** A whole number from 0 to one less than that. The generator is mulberry32. */
  below(limit: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  }

  /** So many bytes of whole characters, from somewhere in the text; at most 262,000. */
  bytes(length: number): Buffer {
    let start = this.below(this.#block.length - length - 3);
    while (this.#continues(start)) start++;
    const bytes = Buffer.from(this.#block.subarray(start, start + length));
    if (this.#continues(start + length)) {
      let cut = length - 1;
      while (this.#continues(start + cut)) cut--;
      bytes.fill('x', cut);
    }
    return bytes;
  }

  #continues(at: number): boolean {
    return ((this.#block[at] ?? 0) & 0xc0) === 0x80;
  }
}
