import { z } from 'zod';

const server = z.string().max(100);
const messageLimits = { count: 1_000, every: [100, 10_000], ms: 2_000 } as const;

/** What a page may ask for. No command, path or module is among it: servers go by their names. */
export const orderSchema = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('lesson'), lesson: z.string().max(30), said: z.int().min(0).max(9).optional() }),
  z.strictObject({ do: z.literal('show'), servers: z.array(server).max(20) }),
  z.strictObject({ do: z.literal('start'), server }),
  z.strictObject({
    do: z.literal('clients'),
    servers: z.array(server).max(20),
    count: z.int().min(1).max(100),
    /** ms; null for until they are told to leave. */
    hold: z.number().min(0).max(600_000).nullable(),
    messages: z.int().min(0).max(messageLimits.count),
    /** ms between a reply and the next message. */
    every: z.number().min(messageLimits.every[0]).max(messageLimits.every[1]),
    ask: z.enum(['none', 'wait', 'compute']),
    ms: z.number().min(0).max(messageLimits.ms),
    role: z.literal('heavy').optional(),
  }),
  z.strictObject({ do: z.literal('harm'), server, how: z.enum(['end', 'hang', 'throw']), worker: z.int().optional() }),
  z.strictObject({ do: z.literal('terminate'), server }),
  z.strictObject({ do: z.literal('leave') }),
  z.strictObject({ do: z.literal('clear') }),
]);
export type Order = z.infer<typeof orderSchema>;
