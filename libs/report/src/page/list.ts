import type { ComponentChildren, VNode } from 'preact';
import { type Attributes, el } from '#page';

/** A list, an item each. */
export function list(items: readonly ComponentChildren[], attributes: Attributes = {}, tag: 'ul' | 'ol' = 'ul'): VNode {
  return el(
    tag,
    attributes,
    items.map((item) => el('li', {}, item)),
  );
}
