import { diffArrays } from 'diff';
import type { Approach } from '#approaches';
import { commentsByLine, withoutComments } from './comments.ts';
import { type Source, sourcesOf } from './source.ts';

/** Lines of code that one text has where the other has others; either may be none. */
export interface Hunk {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** What it takes to make one approach of another, in lines of code: comments and tests are not counted. */
export interface CodeDifference {
  /** Of the approach that it leads to. */
  readonly server: string;
  /** Those that differ, or that only one of the two has. */
  readonly files: readonly string[];
  readonly hunks: readonly Hunk[];
  readonly removed: number;
  readonly added: number;
  /** Removed or added; a line that was changed counts once. */
  readonly changed: number;
  /** All that it has of its own, what didn't change included. */
  readonly lines: number;
}

/** Compares the sources of two approaches, file by file. */
export function codeDifference(from: Approach, to: Approach): CodeDifference {
  const [before, after] = [codeOf(from), codeOf(to)];
  const names = [...new Set([...before.keys(), ...after.keys()])].sort();
  const differing = names
    .map((name) => ({ name, hunks: hunksOf(before.get(name) ?? [], after.get(name) ?? []) }))
    .filter(({ hunks }) => hunks.length > 0);
  const hunks = differing.flatMap((file) => file.hunks);
  const count = (linesOf: (hunk: Hunk) => number): number => hunks.reduce((all, hunk) => all + linesOf(hunk), 0);
  return {
    server: to.name,
    files: differing.map(({ name }) => name),
    hunks,
    removed: count((hunk) => hunk.before.length),
    added: count((hunk) => hunk.after.length),
    changed: count((hunk) => Math.max(hunk.before.length, hunk.after.length)),
    lines: [...after.values()].reduce((all, { length }) => all + length, 0),
  };
}

function codeOf(approach: Approach): ReadonlyMap<string, readonly string[]> {
  return new Map(sourcesOf(approach).map((source) => [source.name, codeLines(source)]));
}

/** The lines that do something: without blank ones, and without comments, which say why and not what. */
export function codeLines(source: Source): readonly string[] {
  const comments = commentsByLine(source);
  const lines = source.text.split('\n').map((line, index) => withoutComments(line, comments[index] ?? []));
  return lines.filter((line) => line.trim() !== '');
}

/** What differs, in order. What went stands before what came in its place. */
export function hunksOf(before: readonly string[], after: readonly string[]): readonly Hunk[] {
  const hunks: { before: string[]; after: string[] }[] = [];
  let same = true;
  for (const { added, removed, value } of diffArrays([...before], [...after])) {
    const differs = added || removed;
    if (differs && same) hunks.push({ before: [], after: [] });
    if (removed) hunks.at(-1)?.before.push(...value);
    if (added) hunks.at(-1)?.after.push(...value);
    same = !differs;
  }
  return hunks;
}
