export { codeDifference, type CodeDifference, type Hunk } from './code-difference.ts';
export { concerns } from './concerns.ts';
export { type FigureRow, figureRows, type WrittenFigure } from './figure-rows.ts';
export { concernProblems } from './find-concern.ts';
export { reviewPage, type ReviewPageOptions } from './page/review-page.ts';
export { type FileDiff, type Pair, pairOf, pairsOf } from './pair.ts';
export { type ReviewCatalogue, reviewCatalogues } from './review-catalogue.ts';
export { review, type Reviewed, shortName } from './reviewed.ts';
export { unifiedDiff } from './unified-diff.ts';
