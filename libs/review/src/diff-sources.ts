import { diffArrays } from 'diff';
import { diffWords, likeEnough, type Range, type WordDiff } from '#page';
import { commentsByLine, withoutComments } from './comments.ts';
import type { Source } from './source.ts';

/** A line of one side. */
export interface Line {
  /** Counted from 1. */
  readonly number: number;
  readonly text: string;
  /** What the other side does not have. */
  readonly changed: readonly Range[];
  readonly comments: readonly Range[];
}

/** Lines that stand side by side. One that only one side has stands alone. */
export interface Row {
  readonly kind: 'same' | 'changed' | 'left' | 'right';
  readonly left?: Line;
  readonly right?: Line;
  /** Without their comments, the two sides would be the same. */
  readonly onlyComments: boolean;
}

/** Two files side by side, from the first line to the last. A file that is not there has no lines. */
export function diffSources(left: Source | undefined, right: Source | undefined): readonly Row[] {
  const [lefts, rights] = [linesOf(left), linesOf(right)];
  const rows: Row[] = [];
  let [i, j] = [0, 0];
  let removed: Line[] = [];
  const flush = (added: readonly Line[]): void => {
    rows.push(...alignBlock(removed, added));
    removed = [];
  };
  for (const part of diffArrays(
    lefts.map(({ text }) => text),
    rights.map(({ text }) => text),
  )) {
    const size = part.value.length;
    if (part.removed) removed = lefts.slice(i, i + size);
    else if (part.added) flush(rights.slice(j, j + size));
    else {
      flush([]);
      for (let n = 0; n < size; n++) rows.push(row('same', lefts[i + n], rights[j + n]));
    }
    if (!part.added) i += size;
    if (!part.removed) j += size;
  }
  flush([]);
  return rows;
}

/**
 * Lines that were removed and lines that were added in their place: those that are alike come side by side, so that the
 * pairs taken together are as alike as they can be and neither side changes its order (Needleman and Wunsch, 1970).
 */
function alignBlock(removed: readonly Line[], added: readonly Line[]): Row[] {
  const words = removed.map((one) => added.map((other) => diffWords(one.text, other.text)));
  const best: { sum: number; step: 'pair' | 'left' | 'right' | 'end' }[][] = [];
  const sum = (i: number, j: number): number => best[i]?.[j]?.sum ?? 0;
  for (let i = removed.length; i >= 0; i--) {
    best[i] = [];
    for (let j = added.length; j >= 0; j--) {
      const likeness = words[i]?.[j]?.likeness ?? 0;
      const options = [
        ...(likeness >= likeEnough ? [{ sum: likeness + sum(i + 1, j + 1), step: 'pair' as const }] : []),
        ...(i < removed.length ? [{ sum: sum(i + 1, j), step: 'left' as const }] : []),
        ...(j < added.length ? [{ sum: sum(i, j + 1), step: 'right' as const }] : []),
      ];
      const first = options.sort((a, b) => b.sum - a.sum)[0];
      (best[i] ??= [])[j] = first ?? { sum: 0, step: 'end' };
    }
  }
  const rows: Row[] = [];
  let alone: { left: Line[]; right: Line[] } = { left: [], right: [] };
  const flush = (): void => {
    rows.push(...besideEachOther(alone.left, alone.right));
    alone = { left: [], right: [] };
  };
  for (let i = 0, j = 0; i < removed.length || j < added.length; ) {
    const [left, right] = [removed[i], added[j]];
    const step = best[i]?.[j]?.step;
    if (step === 'pair') {
      flush();
      rows.push(changedRow(left, right, words[i]?.[j]));
    } else if (step === 'left' && left !== undefined) alone.left.push(left);
    else if (right !== undefined) alone.right.push(right);
    if (step !== 'right') i++;
    if (step !== 'left') j++;
  }
  flush();
  return rows;
}

/** Lines that have nothing to do with each other, in as few rows as there is room for. */
function besideEachOther(lefts: readonly Line[], rights: readonly Line[]): Row[] {
  return Array.from({ length: Math.max(lefts.length, rights.length) }, (_, index) => {
    const [left, right] = [lefts[index], rights[index]];
    return row(left === undefined ? 'right' : right === undefined ? 'left' : 'changed', left, right);
  });
}

function changedRow(left: Line | undefined, right: Line | undefined, words: WordDiff | undefined): Row {
  return row(
    'changed',
    left && { ...left, changed: words?.left ?? [] },
    right && { ...right, changed: words?.right ?? [] },
  );
}

function row(kind: Row['kind'], left: Line | undefined, right: Line | undefined): Row {
  const code = (line: Line | undefined): string =>
    line === undefined ? '' : withoutComments(line.text, line.comments);
  return {
    kind,
    ...(left !== undefined && { left }),
    ...(right !== undefined && { right }),
    onlyComments: kind !== 'same' && code(left) === code(right),
  };
}

function linesOf(source: Source | undefined): readonly Line[] {
  if (source === undefined) return [];
  const comments = commentsByLine(source);
  const lines = source.text.replace(/\n$/, '').split('\n');
  return lines.map((text, index) => ({ number: index + 1, text, changed: [], comments: comments[index] ?? [] }));
}
