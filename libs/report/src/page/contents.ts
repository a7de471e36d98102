import type { VNode } from 'preact';
import { el } from '#page';
import type { View } from '../view.ts';
import { list } from './list.ts';
import type { Section } from './section.ts';

export function contents({ texts }: View, sections: readonly Section[]): VNode {
  return el(
    'nav',
    { class: 'contents', id: 'contents', 'aria-labelledby': 'contents-title' },
    el('h2', { id: 'contents-title' }, texts.contents),
    list(
      sections.map((section) => [link(section), section.parts && list(section.parts.map(link), {}, 'ol')]),
      {},
      'ol',
    ),
  );
}

function link({ id, title }: Pick<Section, 'id' | 'title'>): VNode {
  return el('a', { href: `#${id}` }, title);
}
