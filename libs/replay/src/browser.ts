import { english as inEnglish } from './catalogue.en.ts';
import { portuguese as inPortuguese } from './catalogue.pt-br.ts';
import type { Texts } from './words.ts';

// What a page of another kind bundles: `index.ts` is of Node, and this of the browser.

export { type Player, playerOf, type PlayerOptions } from './browser/player.ts';
export { type Clock, clockTime } from './clock.ts';
export { lastMoment, stepBack, stepForward, type Timed } from './moments.ts';
export { placesAround, rateAt, usualPlace } from './rates.ts';
export { filled, type Texts, type Words, wordsFor } from './words.ts';

export const english: Texts = { locale: 'en', ...inEnglish };
export const portuguese: Texts = { locale: 'pt-BR', ...inPortuguese };
