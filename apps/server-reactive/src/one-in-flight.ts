import { concat, defer, expand, ignoreElements, type Observable, type ObservableInput } from 'rxjs';

/**
 * Asks for a value, answers it, and asks again only when the answer is complete: one value in flight, which is all the
 * backpressure there is. An observable cannot be told to wait, so the asking is what waits. Undefined is the last value;
 * it is answered, too.
 */
export function oneInFlight<T>(
  ask: () => ObservableInput<T | undefined>,
  answer: (value: T | undefined) => Observable<unknown>,
): Observable<never> {
  const ending = (value: T | undefined): Observable<never> => answer(value).pipe(ignoreElements());
  return defer(ask).pipe(
    expand((value) => (value === undefined ? ending(value) : concat(ending(value), defer(ask)))),
    ignoreElements(),
  );
}
