import type { Language } from '#command-line';
import { english } from './catalogue.en.ts';
import { portuguese } from './catalogue.pt-br.ts';

export type AdviseCatalogue = typeof english & { readonly locale: Language };

export const adviseCatalogues: Readonly<Record<Language, AdviseCatalogue>> = {
  en: { locale: 'en', ...english },
  'pt-BR': { locale: 'pt-BR', ...portuguese },
};
