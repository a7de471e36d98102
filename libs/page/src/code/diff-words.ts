import { diffWordsWithSpace } from 'diff';
import type { Range } from './range.ts';

/** What two lines do not have in common, on either side. */
export interface WordDiff {
  readonly left: readonly Range[];
  readonly right: readonly Range[];
  /** 0 for nothing in common but blanks, 1 for the same. */
  readonly likeness: number;
}

/** From this likeness on, two lines are held for the same one, changed. */
export const likeEnough = 0.5;

/** Compares two lines word by word. */
export function diffWords(left: string, right: string): WordDiff {
  const marks: { left: Range[]; right: Range[] } = { left: [], right: [] };
  let [leftAt, rightAt, common] = [0, 0, 0];
  for (const { value, removed, added } of diffWordsWithSpace(left, right)) {
    if (removed) mark(marks.left, left, { start: leftAt, end: leftAt + value.length });
    else if (added) mark(marks.right, right, { start: rightAt, end: rightAt + value.length });
    else common += inked(value);
    if (!added) leftAt += value.length;
    if (!removed) rightAt += value.length;
  }
  const whole = inked(left) + inked(right);
  return { ...marks, likeness: whole === 0 ? 1 : (2 * common) / whole };
}

/** Adds a range; what only blanks set apart is one. */
function mark(ranges: Range[], text: string, range: Range): void {
  const last = ranges.at(-1);
  if (last !== undefined && inked(text.slice(last.end, range.start)) === 0)
    ranges[ranges.length - 1] = { start: last.start, end: range.end };
  else ranges.push(range);
}

/** How many characters are no blanks. */
function inked(text: string): number {
  return text.replaceAll(/\s/g, '').length;
}
