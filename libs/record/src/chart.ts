import { z } from 'zod';
import { units } from './quantity.ts';
import { textSchema } from './text.ts';

const axisSchema = z.object({ label: textSchema, unit: z.enum(units), scale: z.enum(['linear', 'log']).default('linear') });

/** `low` and `high` are where the repeats of the point lay. */
const pointSchema = z.object({ x: z.number(), y: z.number(), low: z.number().optional(), high: z.number().optional() });

/** `server`: an approach, which has the same colour in every chart. `predicted`: a formula or a fit, drawn dashed. */
const seriesSchema = z.object({
  label: textSchema,
  server: z.string().optional(),
  kind: z.enum(['measured', 'predicted']).default('measured'),
  points: z.array(pointSchema),
});
export type Series = Readonly<z.infer<typeof seriesSchema>>;

/** The figure of the findings that a chart shows, where it is one of those that conclusions are drawn from. */
const shows = z.string().optional();

/** How a figure grows. */
const curvesSchema = z.object({
  kind: z.literal('curves'),
  shows,
  title: textSchema,
  description: textSchema,
  x: axisSchema,
  y: axisSchema,
  series: z.array(seriesSchema),
});

/** One figure of each of several, side by side. `mark` is a value to hold them against. */
const barsSchema = z.object({
  kind: z.literal('bars'),
  shows,
  title: textSchema,
  description: textSchema,
  unit: z.enum(units),
  bars: z.array(
    z.object({
      label: textSchema,
      server: z.string().optional(),
      value: z.number(),
      low: z.number().optional(),
      high: z.number().optional(),
    }),
  ),
  mark: z.object({ value: z.number(), label: textSchema }).optional(),
});

/** A figure to look at; the report draws it, and puts its values behind it as a table. */
export const chartSchema = z.discriminatedUnion('kind', [curvesSchema, barsSchema]);
export type Chart = Readonly<z.infer<typeof chartSchema>>;
export type Curves = Extract<Chart, { kind: 'curves' }>;
export type Bars = Extract<Chart, { kind: 'bars' }>;
