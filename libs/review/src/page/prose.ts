import { type ComponentChild, h } from 'preact';

/** A sentence in which what stands between backticks is code. */
export function prose(text: string): ComponentChild[] {
  return text.split('`').map((part, index) => (index % 2 === 0 ? part : h('code', null, part)));
}
