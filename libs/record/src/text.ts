import { languages } from '#command-line';
import { z } from 'zod';

/** The same sentence in every language. `{name}` stands for a figure, which is written as the language writes numbers. */
export const textSchema = z.object(Object.fromEntries(languages.map((language) => [language, z.string()])) as Record<
  (typeof languages)[number],
  z.ZodString
>);
export type Text = Readonly<z.infer<typeof textSchema>>;
