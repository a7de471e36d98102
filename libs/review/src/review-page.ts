import type { Highlighter } from '#page';
import type { ReviewPageOptions } from './page/review-page.ts';

/** Draws the comparison. What it is drawn with is loaded here: whoever asks only what differs needs none of it. */
export async function reviewPage(options: ReviewPageOptions): Promise<string> {
  const page = await import('./page/review-page.ts');
  return page.reviewPage(options);
}

/** Colours the code of another page as the comparison's is. */
export async function createHighlighter(): Promise<Highlighter> {
  const highlighter = await import('./page/highlighter.ts');
  return highlighter.createHighlighter();
}
