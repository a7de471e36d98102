import { concat, defer, EMPTY, finalize, from, mergeMap, type Observable } from 'rxjs';
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
      // mergeMap serves them side by side; with concatMap they would take turns, as on server-serial.
      serve: () => void from(acceptor).pipe(mergeMap(serve)).subscribe({ error: context.fail }),
      drain: (deadline) => acceptor.drain(deadline),
    };
  },
};

/** One connection: it begins when it is subscribed to, completes when it is closed, and ends when it is let go of. */
export function serve(connection: Connection): Observable<never> {
  return defer(() => {
    connection.begin();
    return oneInFlight(
      () => connection.read(),
      (chunk) => {
        const answered = answer(connection, connection.frame(chunk));
        return chunk === undefined ? concat(answered, close(connection)) : answered;
      },
    );
  }).pipe(
    finalize(() => {
      connection.end();
    }),
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
