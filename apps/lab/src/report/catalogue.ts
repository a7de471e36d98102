import type { Language } from '#command-line';
import { english } from './catalogue.en.ts';
import { portuguese } from './catalogue.pt-br.ts';

export type ReportCatalogue = typeof english & { readonly locale: Language };

export const reportCatalogues: Readonly<Record<Language, ReportCatalogue>> = {
  en: { locale: 'en', ...english },
  'pt-BR': { locale: 'pt-BR', ...portuguese },
};
