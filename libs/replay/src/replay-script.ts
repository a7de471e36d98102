import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import type { Language } from '#command-line';
import { replayCatalogues } from './catalogue.ts';

/** Who is imported comes before who imports it. What is in `browser` has the DOM; none has Node. */
const sources = [
  'moments.ts',
  'clock.ts',
  'rates.ts',
  'words.ts',
  'browser/drawing.ts',
  'browser/controls.ts',
  'browser/player.ts',
  'browser/replay.ts',
];

/**
 * The text of an ES module without imports: it finds each `figure[data-replay]` of its page and gives it controls that
 * play and step its timeline. A page is whole without it.
 *
 * What it asks of the page: in the figure, one or more drawings of the same timeline, `svg[data-lasted]`, with
 * `data-left` and `data-right`, the places of 0 ms and of `data-lasted`, and `data-top` and `data-bottom`, between which
 * a line shows the time; in these, `[data-lane]`, which says who, and with `data-server` on which of several servers; and
 * in these, `.span` with `data-from` and `data-to`, in ms, and `data-word`, its phase in the page's language.
 * Whatever else has `data-from` and `data-to` is hidden until then, too.
 */
export function replayScript(language: Language): string {
  const modules = sources.map((source) => {
    const path = join(import.meta.dirname, source);
    return withoutImports(withoutTypes(readFileSync(path, 'utf8')));
  });
  return [`const texts = ${JSON.stringify(replayCatalogues[language])};`, ...modules].join('\n');
}

/** As Node runs a file. Asked to, it warns that it may do so otherwise some day; but this Node is pinned. */
function withoutTypes(source: string): string {
  // eslint-disable-next-line @typescript-eslint/unbound-method -- it is put back where it was, and not called
  const { emitWarning } = process;
  process.emitWarning = () => undefined;
  try {
    return stripTypeScriptTypes(source);
  } finally {
    process.emitWarning = emitWarning;
  }
}

/** Since all are one module; and without comments. Both stand on lines of their own; where types stood are blanks. */
function withoutImports(module: string): string {
  return module
    .replaceAll(/^ *(import |\/\/|\/?\*).*$/gm, '')
    .replaceAll(/ +$/gm, '')
    .replaceAll(/(?<=\S) {2,}/g, ' ')
    .replaceAll(/\n{2,}/g, '\n')
    .trim();
}
