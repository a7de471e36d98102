import { z } from 'zod';
import { quantitySchema } from './quantity.ts';
import { textSchema } from './text.ts';

/** A name that no language changes, a text, a figure, or nothing: what was not measured. */
const cellSchema = z.union([z.string(), textSchema, quantitySchema, z.null()]);
export type Cell = z.infer<typeof cellSchema>;

export const tableSchema = z.object({
  title: textSchema,
  columns: z.array(textSchema),
  rows: z.array(z.array(cellSchema)),
  /** Whether the two columns are lines of code, as they were and as they became; records of before 2026-11-27 don't say. */
  changedCode: z.boolean().optional(),
});
export type Table = Readonly<z.infer<typeof tableSchema>>;
