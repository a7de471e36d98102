import { test } from '@jest/globals';

/** Whether `npm run test:long` runs, which sets `ECHO_LONG=1`: then time is no object. */
export const long = process.env['ECHO_LONG'] === '1';

/** A test that `npm test` leaves to `npm run test:long`. Its name ends with the reason, by `whyLong()`. */
export const longTest = long ? test : test.skip;

/** Ends the name of a test, or of several, of which not all are run: why. Nothing where all are. */
export function whyLong(reason: string): string {
  return long ? '' : ` (long: ${reason})`;
}
