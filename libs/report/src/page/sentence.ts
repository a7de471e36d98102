import type { Statement } from '#record';
import type { VNode } from 'preact';
import { figure } from './figure.ts';
import type { View } from '../view.ts';

/** A sentence with its figures. A placeholder without a figure stays as it is, so that a mistake shows. */
export function sentence(view: View, { text, figures }: Statement): (string | VNode)[] {
  return view
    .say(text)
    .split(/(\{[\w-]+\})/)
    .map((part) => {
      const found = /^\{.*\}$/.test(part) ? figures[part.slice(1, -1)] : undefined;
      return found === undefined ? part : figure(view, found);
    });
}
