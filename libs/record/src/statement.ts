import { z } from 'zod';
import { quantitySchema } from './quantity.ts';
import { type Text, textSchema } from './text.ts';

/** A sentence and the figures in it: what is said can be traced to what was measured. */
export const statementSchema = z.object({ text: textSchema, figures: z.record(z.string(), quantitySchema) });
export type Statement = Readonly<z.infer<typeof statementSchema>>;

/** Of several, those that there are: neither false nor undefined. */
export function said(all: readonly (Statement | false | undefined)[]): Statement[] {
  return all.filter((one) => one !== false && one !== undefined);
}

/** Those that there are as one, each behind the one before. A figure of one name is one figure. */
export function joined(all: readonly (Statement | false | undefined)[], between = ' '): Statement {
  const parts = said(all);
  const text = (language: keyof Text): string => parts.map((part) => part.text[language]).join(between);
  const figures = Object.fromEntries(parts.flatMap((part) => Object.entries(part.figures)));
  return statement({ en: text('en'), 'pt-BR': text('pt-BR'), figures });
}

/** A text, and the figures in it. */
interface Said extends Text {
  readonly figures?: Statement['figures'] | undefined;
}

/** `{name}` in the text stands for the figure `name`. */
export function statement({ figures = {}, ...text }: Said): Statement {
  return { text, figures };
}
