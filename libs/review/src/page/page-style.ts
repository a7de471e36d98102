import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeStyle, themeStyle } from '#page';

const sheets = ['page.css', 'navigation.css', 'concerns.css', 'figures.css'];

/**
 * All of the page's style but the colours of its code.
 *
 * @param views the first is the one on which the page opens
 */
export function pageStyle(views: readonly string[]): string {
  const read = (sheet: string): string => readFileSync(join(import.meta.dirname, 'styles', sheet), 'utf8');
  return [themeStyle(), codeStyle(), ...sheets.map(read), oneViewAtATime(views), ''].join('\n');
}

/** The view that the address names, or the first; the link to it stands out. A browser too old to know shows them all. */
function oneViewAtATime(views: readonly string[]): string {
  const [first = ''] = views;
  const current = views.map((id) => `body:has(#${id}:target, #${id} :target) nav a[href="#${id}"]`);
  const untouched = `body:not(:has(main :target)) nav a[href="#${first}"]`;
  return `@supports selector(:has(a)) {
  .view { display: none; }
  .view:target, .view:has(:target), main:not(:has(:target)) #${first} { display: block; }
  ${[...current, untouched].join(',\n  ')} { background: var(--link); border-color: var(--link); color: var(--page); }
}`;
}
