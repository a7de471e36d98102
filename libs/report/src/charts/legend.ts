import type { VNode } from 'preact';
import { el, px } from '#page';
import { textWidth } from './text-width.ts';

export interface LegendEntry {
  readonly text: string;
  /** Draws the key around a point at its left middle, 24 wide. */
  readonly key: (x: number, y: number) => VNode;
}

const [keyWidth, rowHeight] = [24, 20];

/** Keys and their texts in as many rows as they need, from the top of the drawing. */
export function legend(
  entries: readonly LegendEntry[],
  width: number,
): { readonly height: number; readonly content: VNode } {
  let [x, y] = [0, 0];
  const content = entries.map(({ text, key }) => {
    const needed = keyWidth + 6 + textWidth(text) + 14;
    if (x > 0 && x + needed > width) [x, y] = [0, y + rowHeight];
    const place = x;
    x += needed;
    return [key(place, y + 9), el('text', { class: 'legend', x: px(place + keyWidth + 6), y: px(y + 13) }, text)];
  });
  return { height: entries.length === 0 ? 0 : y + rowHeight, content: el('g', {}, content) };
}
