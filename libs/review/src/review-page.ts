import type { ReviewPageOptions } from './page/review-page.ts';

/** Draws the comparison. What it is drawn with is loaded here: whoever asks only what differs needs none of it. */
export async function reviewPage(options: ReviewPageOptions): Promise<string> {
  const page = await import('./page/review-page.ts');
  return page.reviewPage(options);
}
