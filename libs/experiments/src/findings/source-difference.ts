import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Approach } from '#approaches';
import { codeLines } from './code-lines.ts';
import { type Hunk, lineDiff } from './line-diff.ts';

/** What it takes to make one approach of another, in lines of code: comments and tests are not counted. */
export interface SourceDifference {
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
export function sourceDifference(from: Approach, to: Approach): SourceDifference {
  const [before, after] = [sourcesOf(from), sourcesOf(to)];
  const names = [...new Set([...before.keys(), ...after.keys()])].sort();
  const differing = names
    .map((name) => ({ name, hunks: lineDiff(before.get(name) ?? [], after.get(name) ?? []) }))
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

/** The lines of code of each file, tests left out. */
function sourcesOf({ folder }: Approach): ReadonlyMap<string, readonly string[]> {
  const src = join(folder, 'src');
  const files = readdirSync(src).filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'));
  return new Map(files.map((name) => [name, codeLines(readFileSync(join(src, name), 'utf8'))]));
}
