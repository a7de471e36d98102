import type { Language } from './language.ts';

/** Texts that know their language. */
export type Spoken<Texts> = Texts & { readonly locale: Language };

/** A catalogue by language; the types hold the one to the shape of the other. */
export function inLanguages<Texts>(english: Texts, portuguese: NoInfer<Texts>): Readonly<Record<Language, Spoken<Texts>>> {
  return { en: { locale: 'en', ...english }, 'pt-BR': { locale: 'pt-BR', ...portuguese } };
}
