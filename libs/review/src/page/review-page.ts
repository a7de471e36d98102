import { approaches, workspaceRoot } from '#approaches';
import type { Language } from '#command-line';
import { el, htmlDocument } from '#page';
import type { RunRecord } from '#record';
import { render } from 'preact-render-to-string';
import { pairsOf } from '../pair.ts';
import { reviewCatalogues } from '../review-catalogue.ts';
import { review } from '../reviewed.ts';
import { concernsView } from './concerns-view.ts';
import { createHighlighter } from './highlighter.ts';
import { navigation } from './navigation.ts';
import { createPageContext } from './page-context.ts';
import { pageStyle } from './page-style.ts';
import { pairView } from './pair-view.ts';
import { runtimeView } from './runtime-view.ts';

export interface ReviewPageOptions {
  readonly language: Language;
  /** Of the run whose figures stand beside the code, where there is one. */
  readonly record?: RunRecord | undefined;
  /** The workspace whose approaches are compared; this one by default. */
  readonly root?: string;
}

/** The review as one HTML page that needs no network, no script and no other file. It opens on the first pair. */
export async function reviewPage({ language, record, root = workspaceRoot }: ReviewPageOptions): Promise<string> {
  const highlighter = await createHighlighter();
  const reviewed = approaches(root).map((approach) => review(approach, record));
  const words = reviewCatalogues[language];
  const context = createPageContext({ words, approaches: reviewed, record, root }, highlighter);
  const pairs = pairsOf(reviewed);
  const { page } = words;
  const title = `Echo Lab: ${page.title}`;
  const body = render(
    el(
      'body',
      {},
      el('header', { id: 'top' }, el('h1', {}, title), el('p', {}, page.intro), navigation(pairs, context)),
      el(
        'main',
        {},
        el(
          'p',
          { class: 'toggle' },
          el('label', {}, el('input', { type: 'checkbox', id: 'comments', checked: true }), ' ', page.comments),
        ),
        pairs.map((pair) => pairView(pair, context)),
        concernsView(context),
        runtimeView(context),
      ),
    ),
  );
  const views = [...pairs.map(({ id }) => id), 'by-concern', 'runtime'];
  const style = pageStyle(views, page.shown) + highlighter.css;
  return htmlDocument({ language: words.locale, title, style, body });
}
