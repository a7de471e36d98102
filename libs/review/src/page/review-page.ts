import { createHash } from 'node:crypto';
import { approaches, workspaceRoot } from '#approaches';
import type { Language } from '#command-line';
import type { RunRecord } from '#record';
import { type ComponentChild, h } from 'preact';
import { render } from 'preact-render-to-string';
import { type Pair, pairsOf } from '../pair.ts';
import { reviewCatalogues } from '../review-catalogue.ts';
import { review } from '../reviewed.ts';
import { concernsView } from './concerns-view.ts';
import { createHighlighter } from './highlighter.ts';
import { createPageContext, type PageContext } from './page-context.ts';
import { pairView } from './pair-view.ts';
import { runtimeView } from './runtime-view.ts';
import { pageStyle } from './page-style.ts';

export interface ReviewPageOptions {
  readonly language: Language;
  /** Of the run whose figures stand beside the code, where there is one. */
  readonly record?: RunRecord | undefined;
  /** The workspace whose approaches are compared; this one by default. */
  readonly root?: string;
}

/** The review as one HTML page that needs no network, no script and no other file. */
export async function reviewPage({ language, record, root = workspaceRoot }: ReviewPageOptions): Promise<string> {
  const highlighter = await createHighlighter();
  const reviewed = approaches(root).map((approach) => review(approach, record));
  const context = createPageContext(
    { words: reviewCatalogues[language], approaches: reviewed, record, root },
    highlighter,
  );
  const pairs = pairsOf(reviewed);
  const body = render(
    h(
      'body',
      null,
      head(pairs, context),
      h(
        'p',
        { class: 'toggle' },
        h(
          'label',
          null,
          h('input', { type: 'checkbox', id: 'comments', checked: true }),
          ' ',
          context.words.page.comments,
        ),
      ),
      h(
        'main',
        null,
        concernsView(context),
        pairs.map((pair) => pairView(pair, context)),
        runtimeView(context),
      ),
    ),
  );
  return page(context, body, pageStyle(['by-concern', ...pairs.map(({ id }) => id), 'runtime']) + highlighter.css);
}

function head(pairs: readonly Pair[], { words: { page, locale } }: PageContext): ComponentChild {
  const links = (those: readonly Pair[]): ComponentChild[] =>
    those.map(({ id, left, right, edge }) =>
      h(
        'a',
        { href: `#${id}` },
        `${left.short} | ${right.short}`,
        edge === undefined ? null : h('small', null, ` ${edge.by[locale]}`),
      ),
    );
  const neighbours = pairs.filter(({ edge }) => edge !== undefined);
  const others = pairs.filter(({ edge }) => edge === undefined);
  return h(
    'header',
    { id: 'top' },
    h('h1', null, 'Echo Lab: ', page.title),
    h('p', null, page.intro),
    h(
      'nav',
      null,
      h('p', null, h('a', { href: '#by-concern' }, page.byConcern), h('a', { href: '#runtime' }, page.runtime)),
      h('p', null, h('span', null, page.neighbours), links(neighbours)),
      h('p', null, h('span', null, page.otherPairs), links(others)),
    ),
  );
}

/** Nothing but the page's own style may be used, so that nothing can be fetched. */
function page({ words: { page: words, locale } }: PageContext, body: string, style: string): string {
  const hash = createHash('sha256').update(style).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Echo Lab: ${words.title}</title>
<style>${style}</style>
</head>
${body}
</html>
`;
}
