import type { VNode } from 'preact';
import { serverName } from '#page/browser';
import type { PageData } from '../story/page-data.ts';
import type { Text } from '../story/text.ts';

/** What the server gave with the page. */
export const data = JSON.parse(document.body.dataset['live'] ?? '{}') as PageData;

export const language: keyof Text = document.documentElement.lang === 'pt-BR' ? 'pt-BR' : 'en';

/** Of two of a kind, the one in the page's language. */
export function inPageLanguage<Texts>(both: { readonly en: Texts; readonly 'pt-BR': NoInfer<Texts> }): Texts {
  return both[language];
}

/** Whoever wants little motion sees the same, and nothing glides. */
export const littleMotion = matchMedia('(prefers-reduced-motion: reduce)');

/** A server's name with its colour, which it has whatever its flags. */
export function named(server: string): VNode {
  return serverName(server.replace(/ .*/, ''), data.servers, server);
}
