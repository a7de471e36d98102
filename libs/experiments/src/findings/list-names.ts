import type { Text } from '#record';

/** Names in a sentence: `a, b and c`. */
export function listNames(names: readonly string[]): Text {
  const list = (language: string): string => new Intl.ListFormat(language).format(names);
  return { en: list('en-GB'), 'pt-BR': list('pt-BR') };
}
