import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The style of the page; in the navigation, the link to the view that is being looked at stands out. */
export function pageStyle(views: readonly string[]): string {
  const [first = ''] = views;
  const current = views.map((id) => `body:has(#${id}:target, #${id} :target) nav a[href="#${id}"]`);
  const untouched = `body:not(:has(main :target, main:target)) nav a[href="#${first}"]`;
  const sheet = readFileSync(join(import.meta.dirname, 'page.css'), 'utf8');
  const looks = 'background: var(--link); border-color: var(--link); color: var(--page);';
  return `${sheet}\n${[...current, untouched].join(',\n')} { ${looks} }\n`;
}
