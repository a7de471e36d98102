import { inLanguages, type Spoken } from '#command-line';
import { english } from './catalogue.en.ts';
import { portuguese } from './catalogue.pt-br.ts';

export type Catalogue = Spoken<typeof english>;

export const catalogues = inLanguages(english, portuguese);
