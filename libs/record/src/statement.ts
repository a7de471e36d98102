import { z } from 'zod';
import { quantitySchema } from './quantity.ts';
import { type Text, textSchema } from './text.ts';

/** A sentence and the figures in it: what is said can be traced to what was measured. */
export const statementSchema = z.object({ text: textSchema, figures: z.record(z.string(), quantitySchema) });
export type Statement = Readonly<z.infer<typeof statementSchema>>;

/** Several as one, each behind the one before, without those that are false or undefined. A figure of one name is one figure. */
export function joined(all: readonly (Statement | false | undefined)[], between = ' '): Statement {
  const parts = all.filter((part) => part !== false && part !== undefined);
  const said = (language: keyof Text): string => parts.map(({ text }) => text[language]).join(between);
  const figures = Object.fromEntries(parts.flatMap((part) => Object.entries(part.figures)));
  return statement({ en: said('en'), 'pt-BR': said('pt-BR'), figures });
}

/** A text, and the figures in it. */
interface Said extends Text {
  readonly figures?: Statement['figures'] | undefined;
}

/** `{name}` in the text stands for the figure `name`. */
export function statement({ figures = {}, ...text }: Said): Statement {
  return { text, figures };
}
