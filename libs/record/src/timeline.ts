import { z } from 'zod';
import { textSchema } from './text.ts';

/** What a client or a worker was doing. `idle`: its connection was open, and nothing was asked of it. */
export const phases = ['connecting', 'waiting', 'served', 'idle', 'closing'] as const;
export type Phase = (typeof phases)[number];

/** From and to are ms since the timeline began. */
const spanSchema = z.object({ phase: z.enum(phases), from: z.number(), to: z.number() });
export type Span = Readonly<z.infer<typeof spanSchema>>;

/** A client, or what the server's own events say of a connection or worker. */
const laneSchema = z.object({ side: z.enum(['client', 'server']), label: textSchema, spans: z.array(spanSchema) });
export type Lane = Readonly<z.infer<typeof laneSchema>>;

/** Who did what when: a lane for each client, and beneath them those of the server. */
export const timelineSchema = z.object({ title: textSchema, server: z.string(), lasted: z.number(), lanes: z.array(laneSchema) });
export type Timeline = Readonly<z.infer<typeof timelineSchema>>;
