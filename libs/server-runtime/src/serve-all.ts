import type { Acceptor } from './acceptor.ts';
import type { ServingContext } from './context.ts';
import { serveConnection } from './serve-connection.ts';

/** Serves every connection on this event loop, as server-async does, and fails where the acceptor does. */
export function serveAll(acceptor: Acceptor, { fail }: ServingContext): void {
  const serve = async (): Promise<void> => {
    for await (const connection of acceptor) void serveConnection(connection);
  };
  serve().catch(fail);
}
