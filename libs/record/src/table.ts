import { z } from 'zod';
import { quantitySchema } from './quantity.ts';
import { textSchema } from './text.ts';

/** A name that no language changes, a text, a figure, or nothing: what was not measured. */
const cellSchema = z.union([z.string(), textSchema, quantitySchema, z.null()]);
export type Cell = z.infer<typeof cellSchema>;

export const tableSchema = z.object({ title: textSchema, columns: z.array(textSchema), rows: z.array(z.array(cellSchema)) });
export type Table = Readonly<z.infer<typeof tableSchema>>;
