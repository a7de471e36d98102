import type { ComponentChildren, VNode } from 'preact';
import { el } from '../element.ts';

/**
 * A frame around rows of code (`div.row`, of `codeCells()`); those that changed together lie in a `div.change`.
 *
 * @param heads what stands above the one side, or above the two
 */
export function codeBlock(title: VNode, heads: readonly ComponentChildren[], rows: ComponentChildren): VNode {
  return el(
    'div',
    { class: heads.length === 1 ? 'file alone' : 'file' },
    title,
    el(
      'div',
      { class: 'paths' },
      heads.map((head) => el('div', {}, head)),
    ),
    rows,
  );
}
