import type { Language } from '#command-line';
import { writeQuantity } from '#record';
import { origins } from './code-figures.ts';
import type { ReviewCatalogue } from './review-catalogue.ts';
import type { Reviewed } from './reviewed.ts';
import { runFigureNames } from './run-figures.ts';

/** A figure of two approaches, written out. */
export interface FigureRow {
  readonly id: string;
  readonly label: string;
  readonly left: string;
  readonly right: string;
}

/** The figures of two approaches side by side: of their code, and those of the last run that it has of either. */
export function figureRows(left: Reviewed, right: Reviewed, words: ReviewCatalogue): readonly FigureRow[] {
  const row = (id: string, label: string, write: (one: Reviewed) => string): FigureRow => ({ id, label, left: write(left), right: write(right) });
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
    ...measured.map((name) => row(name, run[name], (one) => writeFigure(one, name, words.locale))),
  ];
}

function writeFigure({ run }: Reviewed, name: (typeof runFigureNames)[number], language: Language): string {
  const figure = run[name];
  return figure === undefined ? '–' : writeQuantity(figure, language);
}
