import type { ComponentChild } from 'preact';
import { el } from '../element.ts';
import type { Range } from './range.ts';

/** A piece of code of one colour. */
export interface Token {
  readonly text: string;
  /** The class of its colour; undefined for that of plain text. */
  readonly colour: string | undefined;
}

export interface Marks {
  /** Shown as changed. */
  readonly marked?: readonly Range[];
  /** Can be hidden. */
  readonly comments?: readonly Range[];
  readonly as?: 'ins' | 'del';
}

/** A line of code, coloured. */
export function codeLine(
  tokens: readonly Token[],
  { marked = [], comments = [], as = 'ins' }: Marks = {},
): ComponentChild[] {
  const bounds = [...marked, ...comments].flatMap(({ start, end }) => [start, end]).sort((a, b) => a - b);
  let at = 0;
  return tokens.flatMap(({ text, colour }) => {
    const start = at;
    const end = (at += text.length);
    const cuts = [start, ...bounds.filter((bound) => bound > start && bound < end), end];
    return cuts.slice(1).map((to, index) => {
      const from = cuts[index] ?? start;
      const names = [colour, covers(comments, from) ? 'c' : undefined].filter((name) => name !== undefined);
      const piece = text.slice(from - start, to - start);
      const words = names.length === 0 ? piece : el('i', { class: names.join(' ') }, piece);
      return covers(marked, from) ? el(as, {}, words) : words;
    });
  });
}

function covers(ranges: readonly Range[], at: number): boolean {
  return ranges.some(({ start, end }) => start <= at && at < end);
}
