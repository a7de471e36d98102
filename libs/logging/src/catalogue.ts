import type { Language } from '#command-line';
import { english } from './catalogue.en.ts';
import { portuguese } from './catalogue.pt-br.ts';

export const catalogues: Readonly<Record<Language, typeof english>> = { en: english, 'pt-BR': portuguese };
