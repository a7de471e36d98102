import { adminConnections, connectionsThatFit, descriptorLimit } from './descriptors.ts';
import { messages } from './messages.ts';
import type { ServerOptions } from './options.ts';
import { ServerError } from './server-error.ts';

/** What says how many, and what needs descriptors beside them. */
type Limits = Pick<ServerOptions, 'maxConnections' | 'lang' | 'admin'>;

/**
 * How many connections this process takes: `--max-connections`, or as many as its descriptors allow.
 *
 * @param threads worker threads that are still to be started, which need descriptors, too
 * @throws ServerError where its descriptors allow fewer than were asked for, or none
 */
export function seatLimit({ maxConnections, lang, admin }: Limits, threads = 0): number {
  const fit = connectionsThatFit(threads) - (admin === undefined ? 0 : adminConnections);
  const wanted = maxConnections ?? 1;
  if (fit >= wanted) return maxConnections ?? fit;
  const needed = descriptorLimit() + wanted - fit;
  throw new ServerError('TOO_FEW_DESCRIPTORS', messages[lang].tooFewDescriptors(wanted, Math.max(0, fit), needed));
}
