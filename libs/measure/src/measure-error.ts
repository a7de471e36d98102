import type { Exit } from '#machine';
import type { LoadErrors } from './load-plan.ts';

/** Why there are no figures, as a value; the command line puts it into words. */
export type Problem =
  | { readonly code: 'unknown-server'; readonly server: string; readonly known: readonly string[] }
  /** Unasked, or it could not be started; with the last lines of what it said on stderr. */
  | { readonly code: 'server-ended'; readonly server: string; readonly exit: Exit; readonly lastLines: string }
  /** Milliseconds. */
  | { readonly code: 'not-ready'; readonly server: string; readonly after: number }
  | { readonly code: 'no-connection'; readonly server: string; readonly reason: string }
  | { readonly code: 'wrong-replies'; readonly server: string; readonly errors: LoadErrors }
  | { readonly code: 'load-ended'; readonly exit: Exit; readonly lastLines: string }
  | { readonly code: 'one-cpu' }
  | { readonly code: 'no-pinning'; readonly reason: string }
  | { readonly code: 'no-proc' }
  | { readonly code: 'stopped' };

export class MeasureError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem, options?: ErrorOptions) {
    // For whoever reads a stack; people get it from a catalogue.
    super(JSON.stringify(problem), options);
    this.name = 'MeasureError';
    this.problem = problem;
  }
}
