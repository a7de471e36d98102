/** What people read, in each language. */
export interface Text {
  readonly en: string;
  readonly 'pt-BR': string;
}

/** In English, and in Portuguese as an engineer in Brazil writes it. */
export function both(english: string, portuguese: string): Text {
  return { en: english, 'pt-BR': portuguese };
}

/** A sentence with values where it has `{name}`; what stands in brackets is left out where the value in it is undefined. */
export function filled(text: string, values: Readonly<Record<string, unknown>>): string {
  const there = text.replaceAll(/\[(.*?\{(\w+)\}.*?)\]/g, (_, part: string, name: string) => (values[name] === undefined ? '' : part));
  return there.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name]));
}
