import { approaches } from '#approaches';
import type { Lesson } from '../lessons/lesson.ts';
import type { CodeLines } from '../story/page-data.ts';

/** The lines that decide a lesson, as the comparison finds them. */
export async function linesOf({ code }: Lesson): Promise<readonly CodeLines[]> {
  // Not above: it brings the compiler of TypeScript.
  const { concernLines, runtimeLines } = await import('#review');
  return code.flatMap((of) => {
    if ('runtime' in of) return [runtimeLines(of.runtime)];
    const approach = approaches().find(({ name }) => name === of.server);
    return approach === undefined ? [] : concernLines(approach, of.concern);
  });
}
