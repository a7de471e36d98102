import type { Token } from './code-line.ts';

/** Colours TypeScript, with a class for each colour, so that one page can be light and dark. */
export interface Highlighter {
  /** The tokens of each line. */
  highlight(code: string): readonly (readonly Token[])[];
  /** The rules for every class that was given out. */
  readonly css: string;
}
