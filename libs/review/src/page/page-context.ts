import type { VNode } from 'preact';
import { type Highlighter, serverName, type Token } from '#page';
import type { RunRecord } from '#record';
import type { ReviewCatalogue } from '../review-catalogue.ts';
import type { Reviewed } from '../reviewed.ts';
import type { Source } from '../source.ts';

/** What every part of the page is drawn from. */
export interface PageContext {
  readonly words: ReviewCatalogue;
  readonly approaches: readonly Reviewed[];
  readonly record: RunRecord | undefined;
  readonly root: string;
  /** The tokens of a file's lines. */
  tokens(source: Source): readonly (readonly Token[])[];
  /** An approach in its colour; by its name, or by what stands for it there. */
  server(one: Reviewed, label?: string): VNode;
}

export function createPageContext(
  known: Omit<PageContext, 'tokens' | 'server'>,
  highlighter: Highlighter,
): PageContext {
  const names = known.approaches.map(({ approach }) => approach.name);
  const files = new Map<string, readonly (readonly Token[])[]>();
  return {
    ...known,
    tokens(source) {
      const tokens = files.get(source.path) ?? highlighter.highlight(source.text);
      files.set(source.path, tokens);
      return tokens;
    },
    server: ({ approach }, label) => serverName(approach.name, names, label),
  };
}
