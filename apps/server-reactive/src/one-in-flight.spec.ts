import { beforeEach, describe, expect, test } from '@jest/globals';
import { defer, ignoreElements, mergeMap, type Observable, of, repeat, takeWhile, throwError } from 'rxjs';
import { TestScheduler } from 'rxjs/testing';
import { oneInFlight } from './one-in-flight.ts';

let scheduler: TestScheduler;
beforeEach(() => {
  scheduler = new TestScheduler((actual, expected) => {
    expect(actual).toEqual(expected);
  });
});

/** A promise in the scheduler's time, which real ones know nothing of: kept with the first value of a stream. */
function promised<T>(values: Observable<T>): PromiseLike<T> {
  const then = (keep: (value: T) => void, fail: (reason: unknown) => void): Promise<void> => {
    values.subscribe({ next: keep, error: fail });
    return Promise.resolve();
  };
  return { then } as PromiseLike<T>;
}

/** What a reader brings, one value each time that it is asked, and undefined when there is no more. */
function reader(values: readonly string[]): () => PromiseLike<string | undefined> {
  let next = 0;
  return () => promised(of(values[next++]));
}

/** `oneInFlight` without its point: it asks again while it answers. */
const eager: typeof oneInFlight = (ask, answer) =>
  defer(ask).pipe(
    repeat({ delay: 1 }),
    takeWhile((value) => value !== undefined, true),
    mergeMap((value) => answer(value)),
    ignoreElements(),
  );

describe('oneInFlight()', () => {
  /** Three values, each answered in 3 frames, and the end in 1: when each is asked for, and when all is over. */
  const inOrder = (operator: typeof oneInFlight): void => {
    scheduler.run(({ cold, expectObservable }) => {
      const asked: [string | undefined, number][] = [];
      const read = reader(['a', 'b', 'c']);
      const ask = (): PromiseLike<string | undefined> => {
        asked.push([undefined, scheduler.now()]);
        return read();
      };
      const answer = (value: string | undefined): Observable<unknown> => {
        asked.splice(-1, 1, [value, scheduler.now()]);
        return value === undefined ? cold('-|') : cold(' x-y|');
      };
      //                                            a--b--c--.|
      expectObservable(operator(ask, answer)).toBe('----------|');
      scheduler.flush();
      expect(asked).toEqual([
        ['a', 0],
        ['b', 3],
        ['c', 6],
        [undefined, 9],
      ]);
    });
  };

  test('oneInFlight() asks for the next value when the answer is complete, and not before', () => {
    inOrder(oneInFlight);
  });

  test('oneInFlight() is needed: asking while answering does not pass for it', () => {
    expect(() => {
      inOrder(eager);
    }).toThrow();
  });

  test('oneInFlight() waits for a value that takes its time', () => {
    scheduler.run(({ cold, expectObservable, expectSubscriptions }) => {
      const asks = [cold('            --a|   '), cold('--u|', { u: undefined })] as const;
      const asked = ['                ^--!   ', '     ---^--!'];
      const answers = [cold('         -|     '), cold('-|')] as const;
      const answered = ['             --^!   ', '     -----^!'];
      const expected = '              ------|';
      let next = 0;
      const flow = oneInFlight<string>(
        () => promised<string | undefined>(asks[next++] ?? throwError(() => new Error('asked too often'))),
        (value) => answers[value === undefined ? 1 : 0],
      );
      expectObservable(flow).toBe(expected);
      for (const index of [0, 1] as const) {
        expectSubscriptions(asks[index].subscriptions).toBe(asked[index] ?? '');
        expectSubscriptions(answers[index].subscriptions).toBe(answered[index] ?? '');
      }
    });
  });

  test('oneInFlight() answers undefined, too, and asks no more', () => {
    scheduler.run(({ expectObservable }) => {
      const answered: (string | undefined)[] = [];
      let asked = 0;
      const read = reader(['a']);
      const flow = oneInFlight(
        () => {
          asked++;
          return read();
        },
        (value) => {
          answered.push(value);
          return of('x');
        },
      );
      expectObservable(flow).toBe('|');
      scheduler.flush();
      expect([answered, asked]).toEqual([['a', undefined], 2]);
    });
  });

  test('oneInFlight() passes on an error of the asking and of the answering', () => {
    scheduler.run(({ cold, expectObservable }) => {
      const never = (): Observable<unknown> => cold('-');
      const failing = cold('--#');
      //                                                               --#
      expectObservable(oneInFlight(() => promised(failing), never)).toBe('       --#');
      expectObservable(oneInFlight(reader(['a']), () => failing)).toBe('--#');
    });
  });

  test('oneInFlight() that is let go of lets go of what it waits for', () => {
    scheduler.run(({ cold, expectObservable, expectSubscriptions }) => {
      const answer = cold('  ------|');
      const until = '        ^--!   ';
      const subscribed = '   ^--!   ';
      expectObservable(oneInFlight(reader(['a', 'b']), () => answer), until).toBe('-------');
      expectSubscriptions(answer.subscriptions).toBe(subscribed);
    });
  });
});
