import type { VNode } from 'preact';

/** A part of the page. The contents list what the sections say of themselves. */
export interface Section {
  /** Of its element; links end in it. */
  readonly id: string;
  readonly title: string;
  /** Sections of its own that the contents list, too. */
  readonly parts?: readonly Pick<Section, 'id' | 'title'>[];
  readonly content: VNode;
}
