import { type Pair, type ReviewCatalogue, type Reviewed, unifiedDiff } from '#review';

/** The pair for a program: one object, whose keys a later version of the schema only adds to. */
export function pairJson({ left, right, edge, files }: Pair, { locale }: ReviewCatalogue): string {
  const object = {
    schema: 'echo-lab/compare/1',
    language: locale,
    differsIn: edge?.by[locale] ?? null,
    difference: edge?.difference[locale] ?? null,
    questions: edge?.questions.map((question) => question[locale]) ?? [],
    approaches: [left, right].map(approachJson),
    files: files.map((file) => ({
      name: file.name,
      left: file.left?.path ?? null,
      right: file.right?.path ?? null,
      same: file.same,
      diff: unifiedDiff(file),
    })),
  };
  return `${JSON.stringify(object, null, 2)}\n`;
}

/** Figures of a run are as its record has them: value, unit, and where the repeats lay. */
function approachJson({ approach: { name, serves, workers }, figures, run }: Reviewed): Record<string, unknown> {
  return { name, serves, workers, code: figures, run };
}
