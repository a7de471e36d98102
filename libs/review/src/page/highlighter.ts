import { colours, type Highlighter, type Token } from '#page';
import type { HighlighterCore, ThemedTokenWithVariants } from 'shiki/core';

const themes = { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' } as const;
/** What these two have for comments: too pale on a word that is marked, and hardly paler than code. */
const colorReplacements = {
  [themes.light]: { '#66707b': colours.soft.light },
  [themes.dark]: { '#bdc4cc': colours.soft.dark },
};

/** One for all pages: it takes longer to load than they take to draw. */
let loaded: Promise<HighlighterCore> | undefined;

/** Loads shiki, which is made of ES modules alone and needed for pages only. */
async function load(): Promise<HighlighterCore> {
  const [{ createHighlighterCore }, { createOnigurumaEngine }] = await Promise.all([
    import('shiki/core'),
    import('shiki/engine/oniguruma'),
  ]);
  return createHighlighterCore({
    langs: [import('shiki/langs/typescript.mjs')],
    themes: [
      import('shiki/themes/github-light-high-contrast.mjs'),
      import('shiki/themes/github-dark-high-contrast.mjs'),
    ],
    // Its grammars are written for this engine. In JavaScript's own, each of their patterns must be translated first.
    engine: await createOnigurumaEngine(import('shiki/wasm')),
  });
}

/** @returns one for a page: the classes of its colours are that page's alone */
export async function createHighlighter(): Promise<Highlighter> {
  const shiki = await (loaded ??= load());
  const [light, dark] = [shiki.getTheme(themes.light), shiki.getTheme(themes.dark)];
  const plain = pair(light.fg, dark.fg);
  const classes = new Map<string, string>();
  const classOf = ({ variants }: ThemedTokenWithVariants): string | undefined => {
    const colours = pair(variants['light']?.color ?? light.fg, variants['dark']?.color ?? dark.fg);
    if (colours === plain) return undefined;
    const known = classes.get(colours) ?? `k${classes.size}`;
    classes.set(colours, known);
    return known;
  };
  return {
    highlight: (code) =>
      shiki
        // Without a limit on the time that a line may take: on a busy machine it would leave lines without colour.
        .codeToTokensWithThemes(code, { lang: 'typescript', themes, colorReplacements, tokenizeTimeLimit: 0 })
        .map((line) => merged(line.map((token) => ({ text: token.content, colour: classOf(token) })))),
    get css() {
      return [...classes].map(([colours, name]) => `.${name}{color:light-dark(${colours})}`).join('\n');
    },
  };
}

function pair(light: string, dark: string): string {
  return `${light},${dark}`;
}

/** Tokens of one colour become one; blanks take that of what stands before them. */
function merged(tokens: readonly Token[]): Token[] {
  const result: Token[] = [];
  for (const token of tokens) {
    const last = result.at(-1);
    if (last !== undefined && (last.colour === token.colour || token.text.trim() === '')) {
      result[result.length - 1] = { ...last, text: last.text + token.text };
    } else result.push(token);
  }
  return result;
}
