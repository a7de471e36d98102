import type { ComponentChildren, VNode } from 'preact';
import { type Attributes, el } from '#page';

/** A table. The roles are said, because some browsers take one that is laid out as blocks for none. */
export function table(attributes: Attributes, caption: VNode, head: ComponentChildren, rows: ComponentChildren): VNode {
  return el(
    'table',
    { ...attributes, role: 'table' },
    caption,
    el('thead', { role: 'rowgroup' }, el('tr', { role: 'row' }, head)),
    el('tbody', { role: 'rowgroup' }, rows),
  );
}

/** What scrolls by itself where the page is too narrow for it, by keyboard too. */
export function scrolling(label: string, content: VNode): VNode {
  return el('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': label }, content);
}
