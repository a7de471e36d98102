import { jest } from '@jest/globals';

/** Time that passes when told. Timers may come late, as after a SIGSTOP, which Jest's own fake clock cannot show. */
export class Clock {
  #now = 0;

  constructor() {
    jest.useFakeTimers({ doNotFake: ['performance', 'nextTick', 'queueMicrotask', 'setImmediate', 'Date'] });
    // What waits until the loop has polled runs at once: no time passes between.
    jest.spyOn(globalThis, 'setImmediate').mockImplementation((then: () => void) => {
      then();
      return undefined as never;
    });
    jest.spyOn(performance, 'now').mockImplementation(() => this.#now);
  }

  /** @param late ms that pass before the timers that are due get their turn */
  pass(ms: number, { late = 0 }: { readonly late?: number } = {}): void {
    this.#now += ms + late;
    jest.advanceTimersByTime(ms);
  }

  restore(): void {
    jest.restoreAllMocks();
    jest.useRealTimers();
  }
}
