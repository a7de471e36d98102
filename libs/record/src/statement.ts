import { z } from 'zod';
import { quantitySchema, type Quantity } from './quantity.ts';
import { type Text, textSchema } from './text.ts';

/** A sentence and the figures in it: what is said can be traced to what was measured. */
export const statementSchema = z.object({ text: textSchema, figures: z.record(z.string(), quantitySchema) });
export type Statement = Readonly<z.infer<typeof statementSchema>>;

/** `{name}` in the text stands for the figure `name`. */
export function statement(text: Text, figures: Readonly<Record<string, Quantity>> = {}): Statement {
  return { text, figures };
}
