export { codeDifference, type CodeDifference, type Hunk } from './code-difference.ts';
export { type CodeLines, concernLines, runtimeLines } from './concern-lines.ts';
export { figureRows, type WrittenFigure } from './figure-rows.ts';
export { concernProblems } from './find-concern.ts';
export { createHighlighter, reviewPage } from './review-page.ts';
export { type Pair, pairOf } from './pair.ts';
export { type ReviewCatalogue, reviewCatalogues } from './review-catalogue.ts';
export { review, type Reviewed } from './reviewed.ts';
export { unifiedDiff } from './unified-diff.ts';
