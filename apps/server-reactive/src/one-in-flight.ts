import { EMPTY, Observable } from 'rxjs';

/**
 * Asks for a value, answers it, and asks again only when the answer is complete: one value in flight, which is all the
 * backpressure there is. An observable cannot be told to wait, so the asking is what waits. Undefined is the last value;
 * it is answered, too.
 *
 * It is a stream made by hand, one for as long as a connection lasts. From operators (`defer`, `concat`, `expand`) it
 * would be subscribed to five times anew for each value: 1.5 times the CPU time of a message where one is in flight.
 */
export function oneInFlight<T>(
  ask: () => PromiseLike<T | undefined>,
  answer: (value: T | undefined) => Observable<unknown>,
): Observable<never> {
  return new Observable((subscriber) => {
    const fail = (error: unknown): void => {
      subscriber.error(error);
    };
    const askNext = (): void => void ask().then(take, fail);
    const take = (value: T | undefined): void => {
      if (subscriber.closed) return;
      const goOn = (): void => {
        if (value === undefined) subscriber.complete();
        else askNext();
      };
      const answering = answer(value);
      if (answering === EMPTY) goOn(); // Nothing to wait for, as nearly always: no need to subscribe to that.
      else subscriber.add(answering.subscribe({ complete: goOn, error: fail }));
    };
    askNext();
  });
}
