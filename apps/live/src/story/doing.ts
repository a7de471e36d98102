import type { Client } from './scene.ts';

/**
 * What a client that is there is about: nothing; or a message of its own is under way: not read yet as far as the server
 * says, or in work, or waiting as on a database, or keeping its event loop from everything else.
 */
export type Doing = 'idle' | 'asks' | 'works' | 'waits' | 'computes' | 'hangs';

export function doingOf({ exchanges, parts, replied }: Client): Doing {
  // One reply may be to several parts of a message.
  if (parts.length > 0 && replied !== undefined && replied >= (exchanges.at(-1)?.sent ?? 0)) return 'idle';
  // Replies come in order.
  const open = exchanges[exchanges.findLastIndex(({ got }) => got !== undefined) + 1];
  if (open === undefined) return 'idle';
  if (open.received === undefined) return 'asks';
  return open.ask === 'compute' ? 'computes' : open.ask === 'hang' ? 'hangs' : open.ask === 'wait' ? 'waits' : 'works';
}

/** Whether its message keeps everybody else in its event loop waiting. */
export function blocks(client: Client): boolean {
  return ['computes', 'hangs'].includes(doingOf(client));
}
