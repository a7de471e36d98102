import type { Language } from '#command-line';
import { english } from './catalogue.en.ts';
import { portuguese } from './catalogue.pt-br.ts';

export type Catalogue = typeof english;

export const catalogues: Readonly<Record<Language, Catalogue>> = { en: english, 'pt-BR': portuguese };
