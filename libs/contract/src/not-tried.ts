import { SpokenError } from './words.ts';

/** Why a clause says nothing about a server. The `code` is for programs, the words for people. */
export class NotTried extends SpokenError {
  override readonly name = 'NotTried';
  readonly code = 'NOT_TRIED';
}
