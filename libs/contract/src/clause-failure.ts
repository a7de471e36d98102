import { oneLine } from './one-line.ts';
import { type Part, SpokenError, wordsOf } from './words.ts';

const longest = 1_500;

/** A server broke a clause: what was done, what was expected and what came, in one line. */
export class ClauseFailure extends SpokenError {
  override readonly name = 'ClauseFailure';
  readonly code = 'CLAUSE_FAILED';

  constructor(did: Part, expected: Part, came: Part) {
    const [what, due, was] = [wordsOf(did), wordsOf(expected), wordsOf(came)];
    super({
      en: oneLine(`${what.en}; expected ${due.en}, but ${was.en}`, longest),
      'pt-BR': oneLine(`${what['pt-BR']}; esperava ${due['pt-BR']}, mas ${was['pt-BR']}`, longest),
    });
  }
}
