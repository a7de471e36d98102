import { z } from 'zod';
import { claimSchema } from './claim.ts';
import { environmentSchema } from './environment.ts';
import { experimentRecordSchema } from './experiment-record.ts';
import { fallenSchema } from './fallen.ts';
import { statementSchema } from './statement.ts';
import { tableSchema } from './table.ts';

export const sizes = ['quick', 'default', 'thorough'] as const;
export type Size = (typeof sizes)[number];

/** Everything that a run of the lab saw. The report is drawn from it and from nothing else. */
const runRecordSchema = z.object({
  schema: z.literal('echo-lab/run'),
  /** Counts up when an older reader could not read it any more. */
  version: z.literal(1),
  /** ISO 8601, UTC. */
  startedAt: z.iso.datetime(),
  /** ms. */
  took: z.number(),
  size: z.enum(sizes),
  /** What repeats it. */
  command: z.string(),
  author: z.string().optional(),
  course: z.string().optional(),
  environment: environmentSchema,
  /** The approaches that were tried, in order. */
  servers: z.array(z.string()),
  /** Those of them that the run was given from outside, what they promise, and how they were started; a record of before doesn't say. */
  outside: z.array(z.object({ name: z.string(), serves: z.enum(['serial', 'overlapping']), command: z.string() })).optional(),
  experiments: z.array(experimentRecordSchema),
  /** The servers that were taken out, of the whole run or of an experiment; a record of before doesn't say. */
  fallen: z.array(fallenSchema).optional(),
  claims: z.array(claimSchema),
  /** Which approach for which case, drawn from the figures of the experiments. */
  conclusions: z.object({ which: tableSchema, sentences: z.array(statementSchema) }),
  /** What this size leaves out. */
  leftOut: z.array(statementSchema),
  /** Whether it was interrupted; then only what was done by then is in it. */
  interrupted: z.boolean(),
});
export type RunRecord = Readonly<z.infer<typeof runRecordSchema>>;

/**
 * Reads a record.
 *
 * @throws z.ZodError where it is none, or of a version that this program does not know; SyntaxError where it is no JSON
 */
export function parseRunRecord(text: string): RunRecord {
  return runRecordSchema.parse(JSON.parse(text));
}
