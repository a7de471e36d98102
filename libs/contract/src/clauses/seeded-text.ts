const byLength = [
  'abcdefghijklmnopqrstuvwxyzABCDFGHIJKLMNOPQRSTUVWXYZ0123456789 .,:;+-*/()[]{}<>@#$%&!?=_~',
  'áâãàçéêíóôõúñüßøΩжשع¿£',
  '漢字語文書€→∞한ก',
  '😀🚀𝄞👩🏽𝕏',
].map((characters) => Array.from(characters));

// Jest looks each global up anew, which would take most of the time of a draw.
const { floor, imul } = Math;

const blockLength = 262_144;

/** Draws whole numbers from 0 to one less than a limit, the same ones for the same seed. */
type Draw = (limit: number) => number;

/** Mulberry32. */
function drawer(seed: number): Draw {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
}

function writeBlock(lines: boolean): Buffer {
  const draw = drawer(1);
  let text = '';
  for (let length = 0; length < blockLength; ) {
    const size = Math.max(0, draw(8) - 4); // Half of the characters are ASCII.
    const kind = byLength[size] ?? [];
    const end = draw(4) === 0 ? '\r\n' : '\n';
    const next = lines && draw(25) === 0 ? end : (kind[draw(kind.length)] ?? '');
    text += next;
    length += next === end ? end.length : size + 1;
  }
  return Buffer.from(text);
}

/** Written once, when a clause first sends of it. */
const blocks: { plain?: Buffer; lines?: Buffer } = {};

/**
 * Text that is the same each time, by its seed, and of which no two stretches are alike, so that a byte that is lost,
 * repeated or displaced shows. Its characters are of one to four bytes; it holds no `E`.
 */
export class SeededText {
  readonly seed: number;
  /** A whole number from 0 to one less than that. */
  readonly below: Draw;
  readonly #block: Buffer;

  /** With `lines`, it holds line ends, LF and CR LF, some 40 bytes apart. */
  constructor(seed: number, { lines = false } = {}) {
    this.seed = seed;
    this.below = drawer(seed);
    this.#block = lines ? (blocks.lines ??= writeBlock(true)) : (blocks.plain ??= writeBlock(false));
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
