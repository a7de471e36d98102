import type { Language } from '#command-line';
import { english } from './review-catalogue.en.ts';
import { portuguese } from './review-catalogue.pt-br.ts';

export type ReviewCatalogue = typeof english & { readonly locale: Language };

export const reviewCatalogues: Readonly<Record<Language, ReviewCatalogue>> = {
  en: { locale: 'en', ...english },
  'pt-BR': { locale: 'pt-BR', ...portuguese },
};
