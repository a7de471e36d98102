export interface Turns {
  /** How often each has its turn, ms. */
  readonly every: number;
  /** For how long, ms. */
  readonly duration: number;
}

/**
 * Gives each of several its turn again and again, the turns spread evenly over time. They are counted by the clock, not by
 * timers that fired: a late one makes up for what was missed.
 */
export async function takeTurns<T>(all: readonly T[], { every, duration }: Turns, act: (one: T) => void): Promise<void> {
  const began = performance.now();
  const { promise, resolve } = Promise.withResolvers<undefined>();
  let taken = 0;
  const timer = setInterval(() => {
    const elapsed = performance.now() - began;
    const due = Math.floor((Math.min(elapsed, duration) / every) * all.length);
    for (; taken < due; taken++) act(all[taken % all.length] as T);
    if (elapsed >= duration) resolve(undefined);
  }, 1);
  await promise;
  clearInterval(timer);
}
