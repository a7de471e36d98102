import type { Connection } from './connection.ts';

/**
 * Serves one connection from its first byte to its close: read, make messages of what was read, work, reply. The next
 * read comes when the peer can take more, so a peer that doesn't read is not read from. Never rejects.
 */
export async function serveConnection(connection: Connection): Promise<void> {
  connection.begin();
  let chunk: Buffer | undefined;
  do {
    chunk = await connection.read();
    const batch = connection.frame(chunk);
    if (!connection.hasWork) {
      if (!connection.reply(batch)) await connection.writable();
    } else {
      for await (const replies of connection.work(batch)) {
        if (!connection.reply(replies)) await connection.writable();
      }
    }
  } while (chunk !== undefined);
  connection.end();
  await connection.closed;
}
