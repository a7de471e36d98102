import { z } from 'zod';
import { statementSchema } from './statement.ts';

/** A server that was taken out of an experiment, or out of the whole run, and why. */
export const fallenSchema = z.object({ server: z.string(), reason: statementSchema });
export type Fallen = Readonly<z.infer<typeof fallenSchema>>;
