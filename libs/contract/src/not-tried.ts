/** Why a clause says nothing about a server. The `code` is for programs and translations, the message for people. */
export class NotTried extends Error {
  override readonly name = 'NotTried';
  readonly code = 'NOT_TRIED';
}
