import { diffSources, type Row } from './diff-sources.ts';
import { type Edge, edgeBetween, wayBetween } from './edges.ts';
import type { Reviewed } from './reviewed.ts';
import type { Source } from './source.ts';

/** A file of two approaches; of one, where the other has none of that name. */
export interface FileDiff {
  readonly name: string;
  readonly left?: Source;
  readonly right?: Source;
  readonly rows: readonly Row[];
  readonly same: boolean;
}

/** Two approaches side by side. */
export interface Pair {
  /** Such as `serial-async`. */
  readonly id: string;
  readonly left: Reviewed;
  readonly right: Reviewed;
  /** Where they are neighbours in the tree. */
  readonly edge?: Edge;
  /** The approaches from the one to the other along the tree, both among them; none where no way leads there. */
  readonly way: readonly string[];
  readonly files: readonly FileDiff[];
}

export function pairOf(left: Reviewed, right: Reviewed): Pair {
  const edge = edgeBetween(left.approach.name, right.approach.name);
  const names = [...left.sources, ...right.sources].map(({ name }) => name);
  return {
    id: `${left.short}-${right.short}`,
    left,
    right,
    ...(edge !== undefined && { edge }),
    way: wayBetween(left.approach.name, right.approach.name),
    files: [...new Set(names)].map((name) => fileDiff(name, left, right)),
  };
}

/** Every pair once, in the order of the approaches. */
export function pairsOf(all: readonly Reviewed[]): readonly Pair[] {
  return all.flatMap((left, index) => all.slice(index + 1).map((right) => pairOf(left, right)));
}

function fileDiff(name: string, { sources: lefts }: Reviewed, { sources: rights }: Reviewed): FileDiff {
  const left = lefts.find((source) => source.name === name);
  const right = rights.find((source) => source.name === name);
  return {
    name,
    ...(left !== undefined && { left }),
    ...(right !== undefined && { right }),
    rows: diffSources(left, right),
    same: left?.text === right?.text,
  };
}
