import { defer, Observable } from 'rxjs';

/**
 * Asks for a value, answers it, and asks again only when the answer is complete: one value in flight, which is all the
 * backpressure there is. An observable cannot be told to wait, so the asking is what waits. Undefined is the last value;
 * it is answered, too.
 *
 * It is a stream made by hand, one for as long as a connection lasts. As a chain of operators (README.md has it, and what
 * it costs) there would be eight subscriptions for each value, where there are two.
 */
export function oneInFlight<T>(
  ask: () => PromiseLike<T | undefined>,
  answer: (value: T | undefined) => Observable<unknown>,
): Observable<never> {
  return new Observable((subscriber) => {
    const askNext = (): void => void ask().then(take, fail);
    const take = (value: T | undefined): void => {
      if (subscriber.closed) return; // A promise cannot be let go of.
      const complete = value === undefined ? end : askNext;
      subscriber.add(defer(() => answer(value)).subscribe({ complete, error: fail }));
    };
    const end = (): void => {
      subscriber.complete();
    };
    const fail = (error: unknown): void => {
      subscriber.error(error);
    };
    askNext();
  });
}
