import type { VNode } from 'preact';
import { serverName } from '#page/browser';
import type { PageData } from '../story/page-data.ts';
import type { Text } from '../story/text.ts';

/** What the server gave with the page. */
export const data = JSON.parse(document.body.dataset['live'] ?? '{}') as PageData;

export const language: keyof Text = document.documentElement.lang === 'pt-BR' ? 'pt-BR' : 'en';

/** Of what is written in both languages, what is in the page's. */
export function say(english: string, portuguese: string): string;
export function say<Words>(english: Words, portuguese: NoInfer<Words>): Words;
export function say<Words>(english: Words, portuguese: NoInfer<Words>): Words {
  return language === 'en' ? english : portuguese;
}

/** Whoever wants little motion sees the same, and nothing glides. */
export const littleMotion = matchMedia('(prefers-reduced-motion: reduce)');

/** A server's name with its colour, which it has whatever its flags. */
export function named(server: string): VNode {
  return serverName(server.replace(/ .*/, ''), data.servers, server);
}
