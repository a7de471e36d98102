/** What people read, in each language that Echo Lab speaks. */
export interface Words {
  readonly en: string;
  readonly 'pt-BR': string;
}

/**
 * Words, or a string that stands as it is in every language: quoted bytes, figures. Clauses of level `echo-lab` also leave
 * English in strings.
 */
export type Part = Words | string;

export function wordsOf(part: Part): Words {
  return typeof part === 'string' ? { en: part, 'pt-BR': part } : part;
}

/** Parts of a sentence, put together as they are. */
export function joined(...parts: readonly Part[]): Words {
  const all = parts.map(wordsOf);
  return { en: all.map(({ en }) => en).join(''), 'pt-BR': all.map((words) => words['pt-BR']).join('') };
}

/** What an error says: in both languages where it was made to, else its message. */
export function wordsOfError(error: Error): Words {
  return error instanceof SpokenError ? error.words : wordsOf(error.message);
}

/** An error for people; its `message` is the English of it. */
export class SpokenError extends Error {
  readonly words: Words;

  constructor(said: Part, options?: ErrorOptions) {
    super(wordsOf(said).en, options);
    this.words = wordsOf(said);
  }
}
