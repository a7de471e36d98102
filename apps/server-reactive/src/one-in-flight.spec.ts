import { beforeEach, describe, expect, test } from '@jest/globals';
import {
  catchError,
  concatMap,
  defer,
  EMPTY,
  ignoreElements,
  mergeMap,
  NEVER,
  Observable,
  of,
  repeat,
  takeWhile,
  throwError,
  timer,
} from 'rxjs';
import { TestScheduler } from 'rxjs/testing';
import { oneInFlight } from './one-in-flight.ts';
import { oneInFlight as chain } from './testing/one-in-flight-chain.ts';

type Operator = typeof oneInFlight;

interface Rule {
  readonly says: string;
  /** Throws unless the operator keeps it. */
  readonly holds: (operator: Operator) => void;
  /** An operator that breaks it. */
  readonly broken: Operator;
}

let scheduler: TestScheduler;
beforeEach(() => {
  scheduler = new TestScheduler((actual, expected) => {
    expect(actual).toEqual(expected);
  });
});

/** A promise in made-up time: of what the observable emits, when it does. */
function promised<T>(value: Observable<T>): PromiseLike<T> {
  const then = (next: (value: T) => void, error: (error: unknown) => void): PromiseLike<never> => {
    value.subscribe({ next, error });
    return promised(NEVER);
  };
  return { then } as PromiseLike<T>;
}

/** What a reader brings, one value each time that it is asked, and undefined when there is no more. */
function reader(values: readonly string[]): () => PromiseLike<string | undefined> {
  let next = 0;
  return () => promised(of(values[next++]));
}

/** Asks again while it answers. */
const eager: Operator = (ask, answer) =>
  defer(ask).pipe(
    repeat({ delay: 1 }),
    takeWhile((value) => value !== undefined, true),
    mergeMap((value) => answer(value)),
    ignoreElements(),
  );

/** Answers one after another, but asks all the while: what comes meanwhile piles up. */
const queueing: Operator = (ask, answer) =>
  timer(0, 1).pipe(
    mergeMap(ask),
    takeWhile((value) => value !== undefined, true),
    concatMap(answer),
    ignoreElements(),
  );

/** Takes undefined for the end, as it is, but not for a value. */
const curt: Operator = (ask, answer) => oneInFlight(ask, (value) => (value === undefined ? EMPTY : answer(value)));

/** Keeps to itself what goes wrong. */
const silent: Operator = (ask, answer) => oneInFlight(ask, answer).pipe(catchError(() => EMPTY));

/** Goes on when nobody listens any more. */
const clinging: Operator = (ask, answer) =>
  new Observable((subscriber) => {
    oneInFlight(ask, answer).subscribe({
      complete: () => {
        subscriber.complete();
      },
    });
  });

const rules: readonly Rule[] = [
  {
    says: 'asks for the next value when the answer is complete, and not before',
    broken: eager,
    holds(operator) {
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
    },
  },
  {
    says: 'waits for a value that takes its time, and asks for no other meanwhile',
    broken: queueing,
    holds(operator) {
      scheduler.run(({ cold, expectObservable, expectSubscriptions }) => {
        const asks = [cold('        --a|   '), cold('--u|', { u: undefined })] as const;
        const answers = [cold('     -|     '), cold('-|')] as const;
        const answered = ['         --^!   ', '     -----^!'];
        const expected = '          ------|';
        let next = 0;
        const flow = operator<string>(
          () => promised(asks[next++] ?? throwError(() => new Error('asked too often'))),
          (value) => answers[value === undefined ? 1 : 0],
        );
        expectObservable(flow).toBe(expected);
        for (const index of [0, 1] as const) expectSubscriptions(answers[index].subscriptions).toBe(answered[index] ?? '');
      });
    },
  },
  {
    says: 'answers undefined, too, and asks no more',
    broken: curt,
    holds(operator) {
      scheduler.run(({ expectObservable }) => {
        const answered: (string | undefined)[] = [];
        let asked = 0;
        const read = reader(['a']);
        const flow = operator(
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
        expect([answered, asked]).toStrictEqual([['a', undefined], 2]);
      });
    },
  },
  {
    says: 'passes on an error of the asking, of an answer and of what makes the answer',
    broken: silent,
    holds(operator) {
      scheduler.run(({ cold, expectObservable }) => {
        const never = (): Observable<unknown> => cold('-');
        const failing = cold('--#');
        const throws = (): Observable<unknown> => {
          throw 'error'; // eslint-disable-line @typescript-eslint/only-throw-error -- What `#` stands for.
        };
        //                                                            --#
        expectObservable(operator(() => promised(failing), never)).toBe('--#');
        expectObservable(operator(reader(['a']), () => failing)).toBe('--#');
        expectObservable(operator(reader(['a']), throws)).toBe('        #');
      });
    },
  },
  {
    says: 'lets go of the answer when it is let go of',
    broken: clinging,
    holds(operator) {
      scheduler.run(({ cold, expectObservable, expectSubscriptions }) => {
        const answer = cold('  ------|');
        const until = '        ^--!   ';
        const subscribed = '   ^--!   ';
        expectObservable(operator(reader(['a', 'b']), () => answer), until).toBe('-------');
        expectSubscriptions(answer.subscriptions).toBe(subscribed);
      });
    },
  },
  {
    says: 'does not answer what comes when it was let go of',
    broken: clinging,
    holds(operator) {
      scheduler.run(({ cold, expectObservable, expectSubscriptions }) => {
        const value = cold('   ----a  ');
        const until = '        ^--!   ';
        const answer = cold('      -');
        expectObservable(operator(() => promised(value), () => answer), until).toBe('-------');
        expectSubscriptions(answer.subscriptions).toBe([]);
      });
    },
  },
];

describe.each(rules)('oneInFlight() $says', ({ holds, broken }) => {
  test('it does', () => {
    holds(oneInFlight);
  });

  test('so does the chain of operators', () => {
    holds(chain);
  });

  test('and one that does not is caught', () => {
    expect(() => {
      holds(broken);
    }).toThrow();
  });
});
