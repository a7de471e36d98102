/** What people read, in each language. */
export interface Text {
  readonly en: string;
  readonly 'pt-BR': string;
}

/** In English, and in Portuguese as an engineer in Brazil writes it. */
export function both(english: string, portuguese: string): Text {
  return { en: english, 'pt-BR': portuguese };
}
