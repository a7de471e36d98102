import type { Language } from '#command-line';
import { english } from './catalogue.en.ts';
import { portuguese } from './catalogue.pt-br.ts';

export type BenchCatalogue = typeof english & { readonly locale: Language };

export const benchCatalogues: Readonly<Record<Language, BenchCatalogue>> = {
  en: { locale: 'en', ...english },
  'pt-BR': { locale: 'pt-BR', ...portuguese },
};
