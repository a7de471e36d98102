import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeStyle, themeStyle } from '#page';
import { replayStyle } from '#replay';

const sheets = ['page.css', 'tables.css', 'verdicts.css', 'charts.css', 'print.css'];

/** All of the page's style. */
export const styleSheet: string =
  themeStyle() + codeStyle() + replayStyle + sheets.map((sheet) => readFileSync(join(import.meta.dirname, sheet), 'utf8')).join('\n');
