import { type ComponentChildren, h, type VNode } from 'preact';

/** What listens, styles as properties, and where an element is to be found once it is there are for pages that a browser draws. */
type Listener = (event: never) => unknown;
interface Ref {
  readonly current: unknown;
}
type Style = Readonly<Record<string, string | number>>;

export type Attributes = Readonly<Record<string, string | number | boolean | { readonly __html: string } | Listener | Ref | Style | undefined>>;

/**
 * An element of HTML or SVG. Attributes are named as they stand in the page (`class`, `stroke-width`, `data-…`), not all
 * of which Preact's own types for `h` know.
 */
export function el(tag: string, attributes: Attributes = {}, ...children: ComponentChildren[]): VNode {
  return h(tag, attributes, ...children);
}

/** A place in a drawing, to a tenth of a pixel: more only makes the page longer. */
export function px(value: number): number {
  return Math.round(value * 10) / 10;
}
