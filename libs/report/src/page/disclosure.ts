import type { ComponentChildren, VNode } from 'preact';
import { el } from '#page';

/** What is there for whoever wants it, closed until asked for. */
export function disclosure(summary: ComponentChildren, ...content: ComponentChildren[]): VNode {
  return el('details', {}, el('summary', {}, summary), ...content);
}
