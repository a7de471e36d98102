import { concat, defer, EMPTY, from, ignoreElements, mergeMap, type Observable } from 'rxjs';
import type { Batch } from '#protocol';
import { Acceptor, type ConcurrencyModel, type Connection, type Replies } from '#server-runtime';
import { oneInFlight } from './one-in-flight.ts';

/** Every connection on one event loop, as server-async, but said as streams: from the listener to the last write. */
export const model: ConcurrencyModel = {
  name: 'server-reactive',
  serves: 'overlapping',
  workers: 'none',

  async start(context) {
    const acceptor = await Acceptor.listen(context);
    return {
      port: acceptor.port,
      serve: () => void from(acceptor).pipe(mergeMap(serve)).subscribe(), // With concatMap, it would be server-serial.
      drain: (deadline) => acceptor.drain(deadline),
    };
  },
};

/** One connection, from its first byte to its close. */
function serve(connection: Connection): Observable<never> {
  connection.begin();
  const replies = oneInFlight(
    () => connection.read(),
    (chunk) => answer(connection, connection.frame(chunk)),
  );
  const close = defer(() => {
    connection.end();
    return connection.closed;
  });
  return concat(replies, close).pipe(ignoreElements());
}

/** Completes when the replies to a batch are written, and the peer can take more. */
function answer(connection: Connection, batch: Batch): Observable<unknown> {
  const write = (ready: Replies): Observable<void> => (connection.reply(ready) ? EMPTY : from(connection.writable()));
  if (!connection.hasWork) return write(batch);
  const parts = connection.work(batch);
  return oneInFlight(
    async () => (await parts.next()).value ?? undefined,
    (part) => (part === undefined ? EMPTY : write(part)),
  );
}
