import { availableParallelism } from 'node:os';

/** `together`: server and load share one CPU. `apart`: the load has the last one, the server all others. */
export const pinnings = ['together', 'apart'] as const;
export type Pinning = (typeof pinnings)[number];

/** CPU lists for taskset(1); undefined where there is only one CPU and nothing to pin. */
export function cpusFor(pinning: Pinning): { readonly server: string; readonly load: string } | undefined {
  const last = availableParallelism() - 1;
  if (last < 1) return undefined;
  if (pinning === 'together') return { server: String(last), load: String(last) };
  return { server: last === 1 ? '0' : `0-${last - 1}`, load: String(last) };
}
