import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, stop } from 'esbuild';
import { renderToString } from 'preact-render-to-string';
import { approaches, workspaceRoot } from '#approaches';
import type { Language } from '#command-line';
import { el, htmlDocument, themeStyle } from '#page';
import { replayStyle } from '#replay';
import type { Cast } from './cast.ts';
import type { PageData } from '../story/page-data.ts';

const styles = ['page', 'panel', 'timeline'] as const;

/** The page in a language. */
export type PageOf = (language: Language | undefined) => string;

/**
 * Makes the page: its script is bundled now, from its sources, which takes some tens of ms. esbuild is there already, for the
 * builds; a server of its own for development, as Vite's, would have nothing to do here.
 *
 * @param usual its language where none is asked for
 */
export async function makePage(cast: Cast, token: string, usual: Language): Promise<PageOf> {
  const script = await bundled();
  const style = [themeStyle(), replayStyle, ...styles.map((name) => readFileSync(join(import.meta.dirname, `../styles/${name}.css`), 'utf8'))].join('\n');
  return (language = usual) => {
    const data: PageData = { token, servers: [...cast.keys()], usual: approaches().map(({ name }) => name) };
    const body = renderToString(el('body', { 'data-live': JSON.stringify(data) }, el('noscript', {}, needsScript[language])));
    return htmlDocument({ language, title: 'Echo Lab', style, script, asks: true, body });
  };
}

async function bundled(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, '../browser/main.ts')],
    absWorkingDir: workspaceRoot,
    bundle: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2024',
    minify: true,
    write: false,
    logLevel: 'silent',
  });
  // Else its process stays, to be asked again.
  await stop();
  // It stands within an element: what would end that is written otherwise, which within strings means the same.
  return (outputFiles[0]?.text ?? '').replaceAll('</script', '<\\/script');
}

const needsScript: Readonly<Record<Language, string>> = {
  en: 'This page shows what happens as it happens, and needs JavaScript for it. The report shows the same without.',
  'pt-BR': 'Esta página mostra o que acontece enquanto acontece, e para isso precisa de JavaScript. O relatório mostra o mesmo sem ele.',
};
