import type { Text } from '#record';

/** How a record calls a client, by its number from 1 on. */
export function clientLabel(number: number): Text {
  return { en: `client ${number}`, 'pt-BR': `cliente ${number}` };
}
