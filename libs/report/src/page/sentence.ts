import type { Statement } from '#record';
import type { VNode } from 'preact';
import { el } from '#page';
import { figure } from './figure.ts';
import type { View } from '../view.ts';

/** A sentence with its figures. A placeholder without a figure stays as it is, so that a mistake shows. */
export function sentence(view: View, { text, figures }: Statement): (string | VNode)[] {
  return view
    .say(text)
    .split(/(\{[\w-]+\})/)
    .flatMap((part) => {
      const found = /^\{.*\}$/.test(part) ? figures[part.slice(1, -1)] : undefined;
      return found === undefined ? withFlags(part) : [figure(view, found)];
    });
}

/** A flag stays on one line: a browser would break it after its hyphens. */
function withFlags(text: string): (string | VNode)[] {
  return text.split(/(--[a-z][a-z-]*)/).map((part, index) => (index % 2 === 0 ? part : el('span', { class: 'flag' }, part)));
}
