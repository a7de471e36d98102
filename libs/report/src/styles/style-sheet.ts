import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeStyle, themeStyle } from '#page';
import { replayStyle } from '#replay';

const written = (...sheets: readonly string[]): string =>
  sheets.map((sheet) => readFileSync(join(import.meta.dirname, sheet), 'utf8')).join('\n');

/** All of the page's style. */
export const styleSheet: string =
  themeStyle() + codeStyle() + replayStyle + written('page.css', 'tables.css', 'verdicts.css', 'charts.css', 'print.css');

/** That of the page to hand in. */
export const handInStyle: string =
  themeStyle() + codeStyle() + written('page.css', 'tables.css', 'charts.css', 'print.css', 'hand-in.css');
