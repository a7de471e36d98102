import type { ComponentChild } from 'preact';
import { el } from '#page';

/** A sentence in which what stands between backticks is code. */
export function prose(text: string): ComponentChild[] {
  return text.split('`').map((part, index) => (index % 2 === 0 ? part : el('code', {}, part)));
}
