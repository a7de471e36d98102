import { long, whyLong } from '#long-test';

/** Ends the name of a test that tries a few. */
export const fewNote = whyLong('all of them');

/** The first ones: each starts the lab anew, and shows that a command says what is wrong; in long tests all of them. */
export function fewOf<One>(all: readonly One[], few = 1): readonly One[] {
  return long ? all : all.slice(0, few);
}
