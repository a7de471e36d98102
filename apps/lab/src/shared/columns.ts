import { escapeLine } from '#command-line';

/** A cell of a table in a terminal. */
export interface Cell {
  readonly text: string;
  /** Figures stand to the right. */
  readonly right?: boolean;
  /** It may be broken between words, so that its column is as wide as the other cells ask for: the head of figures. */
  readonly wraps?: boolean;
  /** Its row is a line of its own, for which no column makes room. */
  readonly alone?: boolean;
  /** Colours it, once it is padded. */
  readonly paint?: (text: string) => string;
}

export interface ColumnsOptions {
  /** Of the terminal, in characters. */
  readonly width: number;
  /** The column whose text is wrapped where the row is too wide; its index. */
  readonly flexible: number;
}

const asWideAsTheyAre: ColumnsOptions = { width: Infinity, flexible: 0 };

/** Columns that stand apart by two spaces, in lines no wider than the terminal. What comes from outside is escaped. */
export function columns(given: readonly (readonly Cell[])[], { width, flexible }: ColumnsOptions = asWideAsTheyAre): string {
  const rows = given.map((row) => row.map((cell) => ({ ...cell, text: escapeLine(cell.text) })));
  const count = Math.max(0, ...rows.map((row) => row.length));
  const natural = Array.from({ length: count }, (_, column) => Math.max(...rows.map((row) => roomFor(row[column]))));
  const others = natural.reduce((sum, one, column) => sum + (column === flexible ? 0 : one + 2), 0);
  const widths = natural.map((one, column) => (column === flexible ? Math.min(one, Math.max(10, width - others)) : one));
  return rows.flatMap((row) => lines(row, widths)).map((line) => `${line.trimEnd()}\n`).join('');
}

/** Text in lines of at most `width` characters, broken between words, and escaped. */
export function wrap(text: string, width: number): readonly string[] {
  const wrapped: string[] = [''];
  for (const word of escapeLine(text).split(' ')) {
    const line = wrapped.at(-1) ?? '';
    if (line !== '' && line.length + 1 + word.length > width) wrapped.push(word);
    else wrapped[wrapped.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return wrapped;
}

/** The same as one text, a line feed behind each line. */
export function wrapped(text: string, width: number): string {
  return wrap(text, width).map((line) => `${line}\n`).join('');
}

/** How wide a column must be for a cell. */
function roomFor({ text, wraps = false, alone = false }: Cell = { text: '' }): number {
  if (alone) return 0;
  return wraps ? Math.max(...text.split(' ').map((word) => word.length)) : text.length;
}

function lines(row: readonly Cell[], widths: readonly number[]): readonly string[] {
  const [first] = row;
  if (first?.alone === true) return [(first.paint ?? String)(first.text)];
  const wrapped = row.map(({ text }, column) => wrap(text, Math.max(1, widths[column] ?? 1)));
  const height = Math.max(...wrapped.map(({ length }) => length));
  return Array.from({ length: height }, (_, line) =>
    row
      .map(({ right = false, paint = (text: string) => text }, column) => {
        const text = wrapped[column]?.[line] ?? '';
        const width = widths[column] ?? 0;
        return paint(right ? text.padStart(width) : text.padEnd(width));
      })
      .join('  '),
  );
}
