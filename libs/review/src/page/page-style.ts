import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeStyle, themeStyle } from '#page';

const sheets = ['page.css', 'navigation.css', 'concerns.css', 'figures.css'];

/**
 * All of the page's style but the colours of its code.
 *
 * @param views the first is the one on which the page opens
 * @param shown says of the link to a view that it is the one that is shown
 */
export function pageStyle(views: readonly string[], shown: string): string {
  const read = (sheet: string): string => readFileSync(join(import.meta.dirname, 'styles', sheet), 'utf8');
  return [themeStyle(), codeStyle(), ...sheets.map(read), oneViewAtATime(views, shown), ''].join('\n');
}

/**
 * The view that the address names, or the first; the link to it stands out, by a sign too, which is read aloud in words:
 * `aria-current` would take a script. A browser too old to know shows them all.
 */
function oneViewAtATime(views: readonly string[], shown: string): string {
  const [first = ''] = views;
  const current = views.map((id) => `body:has(#${id}:target, #${id} :target) nav a[href="#${id}"]`);
  const untouched = `body:not(:has(main :target)) nav a[href="#${first}"]`;
  const rule = (part: string, style: string): string => `${[...current, untouched].map((link) => link + part).join(',\n  ')} { ${style}; }`;
  return `@supports selector(:has(a)) {
  .view { display: none; }
  .view:target, .view:has(:target), main:not(:has(:target)) #${first} { display: block; }
  ${rule('', 'background: var(--link); border-color: var(--link); color: var(--page); font-weight: 650')}
  ${rule('::before', `content: '✓ '; content: '✓ ' / '${shown}: '`)}
}`;
}
