import type { Clause } from './clause.ts';
import type { Framing } from './promises.ts';
import type { Reason } from './why-not-tried.ts';

/** What became of a clause. */
export type Outcome = Result & {
  readonly clause: Clause;
  readonly framing: Framing;
  /** Milliseconds that it took. */
  readonly took: number;
};

export type Result =
  | { readonly result: 'passed' }
  /** `lost` says why nothing more can be tried on this server. */
  | { readonly result: 'failed'; readonly error: Error; readonly lost?: Reason | undefined }
  /** A clause that failed, and of all its tries passed so many; `error` is the first. */
  | { readonly result: 'unsteady'; readonly error: Error; readonly passed: number; readonly tries: number }
  | { readonly result: 'not-tried' | 'not-reached'; readonly reason: Reason };
