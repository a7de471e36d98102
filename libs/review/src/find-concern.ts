import type { Approach } from '#approaches';
import type { Text } from '#record';
import type { Concern, Part, Way } from './concern.ts';
import { concerns } from './concerns.ts';
import { type Excerpt, excerptsOf } from './excerpt.ts';
import type { RuntimePlace } from './runtime-place.ts';
import type { Reviewed } from './reviewed.ts';
import type { Source } from './source.ts';

/** How an approach sees to a concern. */
export interface Answer {
  /** The approach's own lines; none where it leaves the concern to the runtime, or has none. */
  readonly own: readonly Excerpt[];
  readonly runtime: readonly RuntimePlace[];
  readonly note?: Text;
  /** What was looked for and is not there; then nothing else is known. */
  readonly missing: readonly string[];
}

export function findConcern({ ways }: Concern, sources: readonly Source[], workers: Approach['workers']): Answer {
  const tried = ways[workers].map((way) => ({ way, missing: missingOf(way, sources) }));
  const [best] = tried.sort((a, b) => a.missing.length - b.missing.length);
  if (best === undefined || best.missing.length > 0) return { own: [], runtime: [], missing: best?.missing ?? [] };
  const { own, runtime, note } = best.way;
  const nodes = (source: Source) => own.filter(isIn(source)).flatMap(({ find }) => find(source.tree));
  return {
    own: sources.flatMap((source) => excerptsOf(source, nodes(source))),
    runtime,
    ...(note !== undefined && { note }),
    missing: [],
  };
}

/** The concerns whose lines an approach does not show, a sentence each; none when it can be compared. */
export function concernProblems({
  approach: { name, workers },
  sources,
}: Pick<Reviewed, 'approach' | 'sources'>): string[] {
  return concerns.flatMap((concern) => {
    const { missing } = findConcern(concern, sources, workers);
    return missing.map((what) => `${name}: ${concern.id}: found no ${what}; see libs/review/src/concerns.ts`);
  });
}

function missingOf({ own, given = [] }: Way, sources: readonly Source[]): string[] {
  return [...own, ...given]
    .filter((part) => {
      const found = sources.filter((source) => isIn(source)(part)).flatMap((source) => part.find(source.tree));
      return found.length < (part.times ?? 1);
    })
    .map(({ file, what }) => `${what}${file === undefined ? '' : ` in ${file}`}`);
}

function isIn({ name }: Source): (part: Part) => boolean {
  return ({ file }) => file === undefined || file === name;
}
