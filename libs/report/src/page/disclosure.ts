import { el } from '#page';
import type { ComponentChildren, VNode } from 'preact';
import type { View } from '../view.ts';

/** What is there for whoever wants it, closed until asked for, unless everything is to be printed. */
export function disclosure({ unfolded }: Pick<View, 'unfolded'>, summary: ComponentChildren, ...content: ComponentChildren[]): VNode {
  return el('details', { open: unfolded }, el('summary', {}, summary), ...content);
}
