import type { ComponentChildren, VNode } from 'preact';
import { type Attributes, el } from '#page';

type Role = 'table' | 'rowgroup' | 'row' | 'columnheader' | 'rowheader' | 'cell';

/** Some browsers take a table that is laid out as blocks for none, so there the roles are said; elsewhere they only weigh. */
export function roleIn({ class: name }: Attributes, role: Role): { readonly role?: Role } {
  return typeof name === 'string' && name.includes('stacking') ? { role } : {};
}

export function table(attributes: Attributes, caption: VNode, head: ComponentChildren, rows: ComponentChildren): VNode {
  return el(
    'table',
    { ...attributes, ...roleIn(attributes, 'table') },
    caption,
    el('thead', roleIn(attributes, 'rowgroup'), el('tr', roleIn(attributes, 'row'), head)),
    el('tbody', roleIn(attributes, 'rowgroup'), rows),
  );
}

/** What scrolls by itself where the page is too narrow for it, by keyboard too. */
export function scrolling(label: string, content: VNode): VNode {
  return el('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': label }, content);
}
