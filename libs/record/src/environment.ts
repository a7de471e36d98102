import { z } from 'zod';

/** Where and on what a run was made. */
export const environmentSchema = z.object({
  /** Of the sources; `dirty` where they were changed since. */
  commit: z.object({ hash: z.string(), dirty: z.boolean() }).optional(),
  node: z.string(),
  /** Name and release of the operating system's kernel. */
  kernel: z.string(),
  architecture: z.string(),
  cpu: z.string(),
  cores: z.number().int(),
  memoryBytes: z.number(),
  /** Undefined where there is none. */
  python: z.string().optional(),
  /**
   * How much of the machine others used just before the run and just after, 0 to 1 of all cores. Undefined where the
   * system does not tell.
   */
  busy: z.object({ before: z.number(), after: z.number() }).optional(),
});
export type Environment = Readonly<z.infer<typeof environmentSchema>>;

/** From this share of the machine in others' use, a run counts as made under load, and its report says so. */
const loadedFrom = 0.15;

export function wasLoaded({ busy }: Environment): boolean {
  return busy !== undefined && Math.max(busy.before, busy.after) >= loadedFrom;
}
