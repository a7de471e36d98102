import { z } from 'zod';
import { chartSchema } from './chart.ts';
import { quantitySchema } from './quantity.ts';
import { statementSchema } from './statement.ts';
import { tableSchema } from './table.ts';
import { textSchema } from './text.ts';
import { timelineSchema } from './timeline.ts';
import { traceSchema } from './trace.ts';

/** What an experiment found. */
export const findingsSchema = z.object({
  /** What the question comes to, in a sentence. */
  answer: statementSchema,
  /** What its timelines prove, in a sentence that can be checked against them by eye. */
  headline: statementSchema.optional(),
  /** What else is worth knowing. */
  notes: z.array(statementSchema).default([]),
  /** Other files that lie beside the report. */
  links: z.array(z.object({ text: textSchema, href: z.string().regex(/^[\w.-]+(#[\w-]+)?$/) })).default([]),
  timelines: z.array(timelineSchema).default([]),
  charts: z.array(chartSchema).default([]),
  tables: z.array(tableSchema).default([]),
  /** Everything that clients and servers saw, where the order of events is the point. */
  traces: z.array(traceSchema).default([]),
  /** By name, then by server: what advice and conclusions are drawn from. */
  figures: z.record(z.string(), z.record(z.string(), quantitySchema)).default({}),
});
export type Findings = Readonly<z.infer<typeof findingsSchema>>;

/** An experiment as it was run. */
export const experimentRecordSchema = z.object({
  id: z.string(),
  title: textSchema,
  question: textSchema,
  method: statementSchema,
  /** ms. */
  took: z.number(),
  outcome: z.discriminatedUnion('status', [
    z.object({ status: z.literal('done'), findings: findingsSchema }),
    /** Something that it needs is not there. */
    z.object({ status: z.literal('skipped'), reason: statementSchema }),
    /** It could not be run, or a server broke the contract. */
    z.object({ status: z.literal('failed'), reason: statementSchema }),
  ]),
});
export type ExperimentRecord = Readonly<z.infer<typeof experimentRecordSchema>>;
