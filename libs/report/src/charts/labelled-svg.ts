import type { ComponentChildren, VNode } from 'preact';
import { type Attributes, el, px } from '#page';

/** What a drawing says of itself. */
export interface DrawingOptions {
  /** Of the element, one in the page. */
  readonly id: string;
  readonly title: string;
  /** What it shows, for those who do not see it. */
  readonly description: string;
  readonly attributes?: Attributes;
}

/** An SVG that says what it is. */
export function labelledSvg(
  width: number,
  height: number,
  { id, title, description, attributes }: DrawingOptions,
  ...content: ComponentChildren[]
): VNode {
  return el(
    'svg',
    {
      id,
      viewBox: `0 0 ${px(width)} ${px(height)}`,
      role: 'img',
      'aria-labelledby': `${id}-title`,
      'aria-describedby': `${id}-desc`,
      ...attributes,
    },
    el('title', { id: `${id}-title` }, title),
    el('desc', { id: `${id}-desc` }, description),
    ...content,
  );
}
