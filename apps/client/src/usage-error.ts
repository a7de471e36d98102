/** The client was called the wrong way; the message names the flag. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
