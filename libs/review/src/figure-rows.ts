import type { Language } from '#command-line';
import { writeValue } from '#record';
import { origins } from './code-figures.ts';
import type { ReviewCatalogue } from './review-catalogue.ts';
import type { Reviewed } from './reviewed.ts';
import { type RunFigureName, runFigureNames } from './run-figures.ts';

/** A figure, written out; of one that was measured more than once, where the repeats lay, too. */
export interface WrittenFigure {
  readonly text: string;
  readonly range?: string;
}

/** A figure of two approaches. */
export interface FigureRow {
  readonly id: string;
  readonly label: string;
  readonly left: WrittenFigure;
  readonly right: WrittenFigure;
}

/** The figures of two approaches side by side: of their code, and those of the last run that it has of either. */
export function figureRows(left: Reviewed, right: Reviewed, words: ReviewCatalogue): readonly FigureRow[] {
  const row = (id: string, label: string, write: (one: Reviewed) => string): FigureRow => ({
    id,
    label,
    left: { text: write(left) },
    right: { text: write(right) },
  });
  const { code, run, runs, origin } = words.figures;
  const measured = runFigureNames.filter((name) => left.run[name] !== undefined || right.run[name] !== undefined);
  return [
    row('statements', code.statements, ({ figures }) => String(figures.statements)),
    row('branches', code.branches, ({ figures }) => String(figures.branches)),
    row('listeners', code.listeners, ({ figures }) => String(figures.listeners)),
    row('complexity', code.complexity, ({ figures: { complexity } }) => words.figures.complexity(complexity)),
    row('imports', code.imports, ({ figures: { imports } }) =>
      origins
        .filter((one) => one !== 'own' && imports[one].length > 0)
        .map((one) => `${origin[one]}: ${imports[one].map((module) => module.replace(/^(node:|#)/, '')).join(', ')}`)
        .join('; '),
    ),
    row('processes', code.processes, ({ approach }) => runs[approach.workers]),
    ...measured.map((name) => ({
      id: name,
      label: run[name],
      left: writeFigure(left, name, words.locale),
      right: writeFigure(right, name, words.locale),
    })),
  ];
}

function writeFigure({ run }: Reviewed, name: RunFigureName, language: Language): WrittenFigure {
  const figure = run[name];
  if (figure === undefined) return { text: '–' };
  const { value, unit, low, high } = figure;
  const text = writeValue(value, unit, language);
  return low === undefined || high === undefined
    ? { text }
    : { text, range: `${writeValue(low, unit, language)}–${writeValue(high, unit, language)}` };
}
