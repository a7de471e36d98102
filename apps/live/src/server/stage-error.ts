import type { Text } from '../story/text.ts';

/** Something that the stage does not do, and why. */
export class StageError extends Error {
  readonly code = 'NOT_DONE';
  readonly text: Text;

  constructor(text: Text) {
    super(text.en);
    this.name = 'StageError';
    this.text = text;
  }
}
