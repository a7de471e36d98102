import type { Language } from '#command-line';
import type { Text } from '#record';
import { type Catalogue, catalogues } from './catalogue.ts';

/** A text of the report as the record would have it: in every language. */
export function inAll(pick: (texts: Catalogue, language: Language) => string): Text {
  return { en: pick(catalogues.en, 'en'), 'pt-BR': pick(catalogues['pt-BR'], 'pt-BR') };
}
