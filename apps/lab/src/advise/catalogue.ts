import { inLanguages, type Spoken } from '#command-line';
import { english } from './catalogue.en.ts';
import { portuguese } from './catalogue.pt-br.ts';

export type AdviseCatalogue = Spoken<typeof english>;

export const adviseCatalogues = inLanguages(english, portuguese);
