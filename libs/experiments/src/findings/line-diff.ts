/** Lines that one text has where the other has others; either may be none. */
export interface Hunk {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** What differs between two texts of a few hundred lines, in order: all that is not in their longest common subsequence. */
export function lineDiff(before: readonly string[], after: readonly string[]): readonly Hunk[] {
  const common = commonLengths(before, after);
  const longest = (i: number, j: number): number => common[i]?.[j] ?? 0;
  const hunks: { before: string[]; after: string[] }[] = [];
  let same = true;
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    const [a, b] = [before[i], after[j]];
    if (a === b) {
      same = true;
      i += 1;
      j += 1;
      continue;
    }
    if (same) hunks.push({ before: [], after: [] });
    same = false;
    // Where both are as good, what went stands before what came.
    if (a !== undefined && (b === undefined || longest(i + 1, j) >= longest(i, j + 1))) {
      hunks.at(-1)?.before.push(a);
      i += 1;
    } else if (b !== undefined) {
      hunks.at(-1)?.after.push(b);
      j += 1;
    }
  }
  return hunks;
}

/** At [i][j], how many lines the rests from i and from j have in common, in order. */
function commonLengths(before: readonly string[], after: readonly string[]): number[][] {
  const lengths = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0));
  for (let i = before.length - 1; i >= 0; i--) {
    const [row, next] = [lengths[i] ?? [], lengths[i + 1] ?? []];
    for (let j = after.length - 1; j >= 0; j--) {
      row[j] = before[i] === after[j] ? (next[j + 1] ?? 0) + 1 : Math.max(next[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return lengths;
}
