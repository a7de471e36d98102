import type { Language } from '#command-line';
import { english } from './catalogue.en.ts';
import { portuguese } from './catalogue.pt-br.ts';

export type VerifyCatalogue = typeof english & { readonly locale: Language };

export const verifyCatalogues: Readonly<Record<Language, VerifyCatalogue>> = {
  en: { locale: 'en', ...english },
  'pt-BR': { locale: 'pt-BR', ...portuguese },
};
