import { connectionsThatFit, descriptorLimit } from './descriptors.ts';
import { messages } from './messages.ts';
import type { ServerOptions } from './options.ts';
import { ServerError } from './server-error.ts';

/**
 * How many connections this process takes: `--max-connections`, or as many as its descriptors allow.
 *
 * @param threads worker threads that are still to be started, which need descriptors, too
 * @throws ServerError where its descriptors allow fewer than were asked for, or none
 */
export function seatLimit({ maxConnections, lang }: Pick<ServerOptions, 'maxConnections' | 'lang'>, threads = 0): number {
  const fit = connectionsThatFit(threads);
  const wanted = maxConnections ?? 1;
  if (fit >= wanted) return maxConnections ?? fit;
  const needed = descriptorLimit() + wanted - fit;
  throw new ServerError('TOO_FEW_DESCRIPTORS', messages[lang].tooFewDescriptors(wanted, Math.max(0, fit), needed));
}
