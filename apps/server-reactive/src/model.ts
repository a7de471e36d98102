import { concat, defer, EMPTY, from, mergeMap, type Observable } from 'rxjs';
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
  return oneInFlight(
    () => connection.read(),
    (chunk) => {
      const answered = answer(connection, connection.frame(chunk));
      return chunk === undefined ? concat(answered, close(connection)) : answered;
    },
  );
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

/** Completes when the connection is closed, after all that was written and our FIN. */
function close(connection: Connection): Observable<void> {
  return defer(() => {
    connection.end();
    return connection.closed;
  });
}
