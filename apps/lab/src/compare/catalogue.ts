import type { Language } from '#command-line';
import { english } from './catalogue.en.ts';
import { portuguese } from './catalogue.pt-br.ts';

export type CompareCatalogue = typeof english & { readonly locale: Language };

export const compareCatalogues: Readonly<Record<Language, CompareCatalogue>> = {
  en: { locale: 'en', ...english },
  'pt-BR': { locale: 'pt-BR', ...portuguese },
};
