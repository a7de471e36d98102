import { addressText } from './address-text.ts';
import type { Printable } from './printable.ts';

/** The one line that says that every worker accepts: the same in every language, since programs wait for it. */
export function readyLine({ name, host, port }: Printable<'listening'>): string {
  return `${name} listening on ${addressText(host, port)}`;
}
