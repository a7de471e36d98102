import type { VNode } from 'preact';
import { el } from '../element.ts';
import type { View } from '../view.ts';
import type { Section } from './section.ts';

export function contents({ texts }: View, sections: readonly Section[]): VNode {
  return el(
    'nav',
    { class: 'contents', id: 'contents', 'aria-labelledby': 'contents-title' },
    el('h2', { id: 'contents-title' }, texts.contents),
    el(
      'ol',
      {},
      sections.map((section) =>
        el(
          'li',
          {},
          link(section),
          section.parts &&
            el(
              'ol',
              {},
              section.parts.map((part) => el('li', {}, link(part))),
            ),
        ),
      ),
    ),
  );
}

function link({ id, title }: Pick<Section, 'id' | 'title'>): VNode {
  return el('a', { href: `#${id}` }, title);
}
