import { oneLine } from './one-line.ts';

const longest = 1_500;

/** A server broke a clause. `message` says what was done, what was expected and what came, in one line. */
export class ClauseFailure extends Error {
  override readonly name = 'ClauseFailure';
  readonly code = 'CLAUSE_FAILED';

  constructor(did: string, expected: string, came: string) {
    super(oneLine(`${did}; expected ${expected}, but ${came}`, longest));
  }
}
