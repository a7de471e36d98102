import { z } from 'zod';

const server = z.string().max(100);

/** What a page may ask for. No command, path or module is among it: servers go by their names. */
export const orderSchema = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('lesson'), lesson: z.string().max(30), said: z.int().min(0).max(9) }),
  z.strictObject({ do: z.literal('show'), servers: z.array(server).max(20) }),
  z.strictObject({ do: z.literal('start'), server }),
  z.strictObject({
    do: z.literal('clients'),
    servers: z.array(server).max(20),
    count: z.int().min(1).max(100),
    /** ms; null for until they are told to leave. */
    hold: z.number().min(0).max(600_000).nullable(),
    messages: z.int().min(0).max(1_000),
    /** ms between a reply and the next message. */
    every: z.number().min(100).max(10_000),
    ask: z.enum(['none', 'wait', 'compute']),
    /** What one takes. */
    ms: z.number().min(0).max(2_000),
    role: z.literal('heavy').optional(),
  }),
  z.strictObject({ do: z.literal('harm'), server, how: z.enum(['end', 'hang', 'throw']) }),
  z.strictObject({ do: z.literal('terminate'), server }),
  z.strictObject({ do: z.literal('leave') }),
  z.strictObject({ do: z.literal('clear') }),
]);
export type Order = z.infer<typeof orderSchema>;
