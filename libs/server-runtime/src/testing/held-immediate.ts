import { jest } from '@jest/globals';

/** Holds what is to run once the loop has polled, until the function that it returns is called. */
export function heldImmediate(): () => void {
  const held: (() => void)[] = [];
  jest.spyOn(globalThis, 'setImmediate').mockImplementation((then: () => void) => {
    held.push(then);
    return undefined as never; // Nobody clears it.
  });
  return () => {
    for (const then of held.splice(0)) then();
  };
}
