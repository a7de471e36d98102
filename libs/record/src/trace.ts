import { z } from 'zod';
import { textSchema } from './text.ts';

/** One client's moments, in ms since the trace began; undefined for what never came. */
const visitSchema = z.object({
  label: textSchema,
  /** It asked for a connection. */
  started: z.number(),
  connected: z.number().optional(),
  /** Its first message was handed to its kernel. */
  sent: z.number().optional(),
  firstByte: z.number().optional(),
  /** The last reply was whole. */
  replied: z.number().optional(),
  /** It sent its FIN. */
  ended: z.number().optional(),
  /** The connection was closed on both sides. */
  closed: z.number().optional(),
  /** `ok`: everything was answered right. Else what happened instead, such as `ECONNREFUSED`. */
  outcome: z.string(),
  /** What came, escaped and shortened. */
  reply: z.string().optional(),
});
export type Visit = Readonly<z.infer<typeof visitSchema>>;

/** A line of a server's log: the name of the event, its moment in ms since the trace began, its other fields. */
const serverEventSchema = z
  .object({ event: z.string(), at: z.number(), worker: z.number().optional(), connection: z.number().optional() })
  .catchall(z.unknown());
export type ServerEvent = Readonly<z.infer<typeof serverEventSchema>>;

/** What one run of clients against one server saw, on both sides, by the same clock. */
export const traceSchema = z.object({
  server: z.string(),
  /** The command that repeats it. */
  command: z.string(),
  clients: z.array(visitSchema),
  events: z.array(serverEventSchema),
});
export type Trace = Readonly<z.infer<typeof traceSchema>>;
