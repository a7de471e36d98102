import { inLanguages, type Spoken } from '#command-line';
import { english } from './catalogue.en.ts';
import { portuguese } from './catalogue.pt-br.ts';

export type BenchCatalogue = Spoken<typeof english>;

export const benchCatalogues = inLanguages(english, portuguese);
