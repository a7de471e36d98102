import { z } from 'zod';
import { environmentSchema } from './environment.ts';
import { quantitySchema, units } from './quantity.ts';
import { sizes } from './run-record.ts';
import { statementSchema } from './statement.ts';
import { type Text, textSchema } from './text.ts';

/** A figure of the bench: what it is called, and which way is better. */
const benchFigureSchema = z.object({
  id: z.string(),
  label: textSchema,
  unit: z.enum(units),
  better: z.enum(['lower', 'higher']),
});
export type BenchFigure = Readonly<z.infer<typeof benchFigureSchema>>;

/** How a figure stands to the baseline's. `different` is false where the rounds' range holds 1: nothing can be said then. */
const benchRatioSchema = z.object({ ratio: quantitySchema, different: z.boolean() });

/** What one server came to in one scenario. */
const benchResultSchema = z.object({
  server: z.string(),
  /** What repeats it. */
  command: z.string(),
  /** By the figure's id: the values of the rounds, in their order, in the figure's unit. */
  rounds: z.record(z.string(), z.array(z.number())),
  /** By the figure's id: the median of the rounds and their range. */
  figures: z.record(z.string(), quantitySchema),
  /** By the figure's id; none where the baseline was not measured, or is this server itself. */
  ratios: z.record(z.string(), benchRatioSchema),
  /** Latency over all rounds, ms, at these percentiles; `service` from when it was sent, where that is another moment. */
  latency: z.array(z.object({ percent: z.number(), ms: z.number(), service: z.number().optional() })),
  /** Memory by how many connections were held: the median over the rounds, in bytes of the whole process tree. */
  memory: z.array(z.object({ connections: z.number(), bytes: z.number() })),
  /**
   * How the load generator fared, the worst round: shares 0 to 1, ms. Undefined where nothing was sent; `behind` is how much of
   * what was due it had not sent at the end. Where it is `limited`, in most rounds, rate and latency are not the server's.
   */
  generator: z
    .object({ busy: z.number(), delay: z.number(), late: z.number(), behind: z.number().optional(), limited: z.boolean() })
    .optional(),
});
export type BenchResult = Readonly<z.infer<typeof benchResultSchema>>;

/** A load, and what each server came to under it. */
const benchScenarioSchema = z.object({
  id: z.string(),
  title: textSchema,
  description: statementSchema,
  /** The figure that the scenario is about; its id, and those of all that it has, in the order to show them. */
  headline: z.string(),
  figures: z.array(z.string()),
  results: z.array(benchResultSchema),
  /** Servers that it cannot be tried on. */
  without: z.array(z.object({ server: z.string(), reason: statementSchema })),
});
export type BenchScenario = Readonly<z.infer<typeof benchScenarioSchema>>;

/** Everything that a run of the bench measured. */
const benchRecordSchema = z.object({
  schema: z.literal('echo-lab/bench'),
  /** Counts up when an older reader could not read it any more. */
  version: z.literal(1),
  /** ISO 8601, UTC. */
  startedAt: z.iso.datetime(),
  /** ms. */
  took: z.number(),
  size: z.enum(sizes),
  /** What repeats it. */
  command: z.string(),
  environment: environmentSchema,
  rounds: z.number().int(),
  pin: z.enum(['together', 'apart', 'none']),
  /** The server that the others are held against. */
  baseline: z.string(),
  servers: z.array(z.object({ name: z.string(), kind: z.enum(['approach', 'peer', 'outside']), command: z.string() })),
  /** Servers that were asked for and left out. */
  skipped: z.array(z.object({ server: z.string(), reason: statementSchema })),
  figures: z.array(benchFigureSchema),
  scenarios: z.array(benchScenarioSchema),
  /** What ended it before all rounds were done; then those that were are in it. */
  failure: statementSchema.optional(),
  interrupted: z.boolean(),
});
export type BenchRecord = Readonly<z.infer<typeof benchRecordSchema>>;

/** Where server and load were kept, as people say it. */
export const pinWords: Readonly<Record<BenchRecord['pin'], Text>> = {
  together: { en: 'server and load on one core', 'pt-BR': 'servidor e carga no mesmo núcleo' },
  apart: { en: 'server and load on cores of their own', 'pt-BR': 'servidor e carga em núcleos separados' },
  none: { en: 'server and load on any core', 'pt-BR': 'servidor e carga em qualquer núcleo' },
};

/**
 * Reads a record of the bench.
 *
 * @throws z.ZodError where it is none, or of a version that this program does not know; SyntaxError where it is no JSON
 */
export function parseBenchRecord(text: string): BenchRecord {
  return benchRecordSchema.parse(JSON.parse(text));
}
