import type { Approach } from '#approaches';
import { concerns } from './concerns.ts';
import { type Excerpt, placeOf, textOf } from './excerpt.ts';
import { findConcern } from './find-concern.ts';
import { runtimeExcerpt, type RuntimePlace } from './runtime-place.ts';
import { sourcesOf } from './source.ts';

/** Whole lines of a file, as a comparison shows them. */
export interface CodeLines {
  /** `apps/server-async/src/model.ts:14–17`. */
  readonly place: string;
  /** Moved to the left as far as it goes. */
  readonly code: string;
}

/**
 * An approach's own lines for a concern; none where it leaves the concern to the runtime.
 *
 * @param id of the concern, such as `accept`
 * @throws Error where there is no such concern, or the approach's lines for it aren't found
 */
export function concernLines(approach: Approach, id: string): readonly CodeLines[] {
  const concern = concerns.find((one) => one.id === id);
  if (concern === undefined) {
    throw new Error(`there is no concern ${id}; it is one of ${concerns.map((one) => one.id).join(', ')}`);
  }
  const { own, missing } = findConcern(concern, sourcesOf(approach), approach.workers);
  if (missing.length > 0) {
    throw new Error(`${approach.name}: ${id}: found no ${missing.join(', ')}; see libs/review/src/concerns.ts`);
  }
  return own.map(linesOf);
}

/** A function or method of the runtime; throws as `runtimeExcerpt()` does. */
export function runtimeLines(place: RuntimePlace): CodeLines {
  return linesOf(runtimeExcerpt(place));
}

function linesOf(excerpt: Excerpt): CodeLines {
  return { place: placeOf(excerpt), code: textOf(excerpt) };
}
