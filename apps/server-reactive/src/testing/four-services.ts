import { exhaustMap, finalize, concatMap, from, mergeMap, type Observable, pipe, switchMap, tap } from 'rxjs';
import { Acceptor, type ConcurrencyModel, type Connection, oneOf, runServer } from '#server-runtime';
import { serve, model as reactive } from '../model.ts';

const flags = {
  operator: {
    ...oneOf(['mergeMap', 'concatMap', 'switchMap', 'exhaustMap']),
    placeholder: 'OPERATOR',
    default: 'mergeMap',
    help: { en: 'what stands in the place of mergeMap', 'pt-BR': 'o que fica no lugar de mergeMap' },
  },
} as const;

/** server-reactive with any of the four flattening operators in its place: one word, four services. */
const model: ConcurrencyModel<typeof flags> = {
  ...reactive,
  flags,

  async start(context) {
    const services = {
      mergeMap: mergeMap(serve),
      concatMap: concatMap(serve),
      switchMap: switchMap(serve),
      exhaustMap: exhaustAndClose(serve),
    };
    const acceptor = await Acceptor.listen(context);
    return {
      port: acceptor.port,
      serve: () => void from(acceptor).pipe(services[context.options.operator]).subscribe({ error: context.fail }),
      drain: (deadline) => acceptor.drain(deadline),
    };
  },
};

/** exhaustMap drops whoever comes meanwhile without a word: nobody else knows of that connection, so it is closed here. */
function exhaustAndClose(project: (connection: Connection) => Observable<never>) {
  let busy = false;
  return pipe(
    tap((connection: Connection) => {
      if (busy) connection.drain();
    }),
    exhaustMap((connection) => {
      busy = true;
      return project(connection).pipe(finalize(() => (busy = false)));
    }),
  );
}

runServer(model);
