import type { Text } from '#record';

/** The bench cannot go on, for a reason that is not its own fault; in every language. */
export class BenchError extends Error {
  readonly reason: Text;

  constructor(reason: Text, options?: ErrorOptions) {
    super(reason.en, options);
    this.name = 'BenchError';
    this.reason = reason;
  }
}
