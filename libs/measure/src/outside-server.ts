import type { ServerSpec } from './server-spec.ts';

/**
 * Any program that speaks the `line` framing, as `command {port}` or `name=command {port}`.
 *
 * @returns undefined where the text does not say `{port}`
 */
export function outsideServer(text: string): ServerSpec | undefined {
  if (!text.includes('{port}')) return undefined;
  // A name, unlike a variable that is set for the command, is written in small letters.
  const [, name, command = text] = /^([a-z][\w.-]*)=(.+)$/s.exec(text) ?? [];
  return { name: name ?? command, command, ready: 'accepts', overlapping: true };
}
