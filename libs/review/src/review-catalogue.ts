import type { Approach } from '#approaches';
import type { Language } from '#command-line';
import type { CodeFigures, Origin } from './code-figures.ts';
import { reviewEn } from './review-catalogue-en.ts';
import { reviewPtBR } from './review-catalogue-pt-br.ts';
import type { RunFigureName } from './run-figures.ts';

/** Everything that the review says to a person beside concerns and edges. A language that lacks a text does not compile. */
export interface ReviewCatalogue {
  readonly locale: Language;
  readonly figures: {
    readonly code: Readonly<
      Record<'statements' | 'branches' | 'listeners' | 'complexity' | 'imports' | 'processes', string>
    >;
    readonly complexity: (complexity: CodeFigures['complexity']) => string;
    readonly origin: Readonly<Record<Origin, string>>;
    /** Where an approach runs. */
    readonly runs: Readonly<Record<Approach['workers'], string>>;
    readonly run: Readonly<Record<RunFigureName, string>>;
  };
  readonly page: Readonly<
    Record<
      | 'title'
      | 'intro'
      | 'byConcern'
      | 'neighbours'
      | 'otherPairs'
      | 'comments'
      | 'concernsIntro'
      | 'mustDo'
      | 'runtime'
      | 'runtimeIntro'
      | 'leftToRuntime'
      | 'goesOn'
      | 'notFound'
      | 'figures'
      | 'whatIsCounted'
      | 'legend'
      | 'noRecord'
      | 'questions'
      | 'difference'
      | 'readInSteps'
      | 'noWay'
      | 'permalink',
      string
    >
  > & {
    readonly recordOf: (date: string) => string;
    readonly sameFile: (files: string) => string;
    readonly onlyIn: (name: string) => string;
    readonly unchanged: (lines: number) => string;
  };
}

export const reviewCatalogues: Readonly<Record<Language, ReviewCatalogue>> = { en: reviewEn, 'pt-BR': reviewPtBR };
