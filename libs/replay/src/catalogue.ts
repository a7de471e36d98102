import { inLanguages } from '#command-line';
import { english } from './catalogue.en.ts';
import { portuguese } from './catalogue.pt-br.ts';

export const replayCatalogues = inLanguages(english, portuguese);
