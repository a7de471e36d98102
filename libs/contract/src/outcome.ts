import type { Clause } from './clause.ts';
import type { Framing } from './promises.ts';
import type { Reason } from './why-not-tried.ts';

/** What became of a clause. */
export type Outcome = {
  readonly clause: Clause;
  readonly framing: Framing;
  /** Milliseconds that it took. */
  readonly took: number;
} & (
  | { readonly result: 'passed' }
  | { readonly result: 'failed'; readonly error: Error }
  | { readonly result: 'not-tried'; readonly reason: Reason }
);
