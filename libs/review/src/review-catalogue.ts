import { inLanguages, type Spoken } from '#command-line';
import { english } from './review-catalogue.en.ts';
import { portuguese } from './review-catalogue.pt-br.ts';

export type ReviewCatalogue = Spoken<typeof english>;

export const reviewCatalogues = inLanguages(english, portuguese);
