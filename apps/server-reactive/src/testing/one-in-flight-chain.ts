import { concat, concatMap, defer, ignoreElements, type Observable, of, repeat, takeWhile } from 'rxjs';

/** `oneInFlight` as a chain of operators: what one would write first. README.md says what it costs. */
export function oneInFlight<T>(
  ask: () => PromiseLike<T | undefined>,
  answer: (value: T | undefined) => Observable<unknown>,
): Observable<never> {
  return defer(ask).pipe(
    concatMap((value) => concat(answer(value).pipe(ignoreElements()), of(value))),
    repeat(),
    takeWhile((value) => value !== undefined),
    ignoreElements(),
  );
}
