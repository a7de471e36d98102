import type { Unit } from '#record';

/** How the figures of an axis are written: divided, with a sign each, and the unit once beside the axis. */
export interface WrittenUnit {
  readonly divisor: number;
  /** After every figure. */
  readonly sign: string;
  /** Once, beside the axis. */
  readonly name: string;
}

const plain: WrittenUnit = { divisor: 1, sign: '', name: '' };
const time = [
  { below: 0.1, divisor: 1e-3, sign: '', name: 'µs' },
  { below: 2_000, divisor: 1, sign: '', name: 'ms' },
  { below: 120_000, divisor: 1_000, sign: '', name: 's' },
  { below: Infinity, divisor: 60_000, sign: '', name: 'min' },
];
const bytes = [
  { below: 1e3, divisor: 1, sign: '', name: 'B' },
  { below: 1e6, divisor: 1e3, sign: '', name: 'kB' },
  { below: 1e9, divisor: 1e6, sign: '', name: 'MB' },
  { below: Infinity, divisor: 1e9, sign: '', name: 'GB' },
];

/** The unit in which an axis up to `largest` reads best: one for the whole axis. */
export function writtenUnit(unit: Unit, largest: number): WrittenUnit {
  switch (unit) {
    case 'ms':
      return time.find(({ below }) => largest < below) ?? plain;
    case 'µs': {
      const found = time.find(({ below }) => largest / 1e3 < Math.max(below, 1)) ?? plain;
      return { ...found, divisor: found.divisor * 1e3 };
    }
    case 'bytes':
      return bytes.find(({ below }) => largest < below) ?? plain;
    case 'share':
      return { divisor: 0.01, sign: '%', name: '' };
    case 'ratio':
      return { divisor: 1, sign: '×', name: '' };
    case 'per-second':
      return { divisor: 1, sign: '', name: '1/s' };
    case 'count':
    case 'percentile':
    case 'plain':
      return plain;
  }
}
