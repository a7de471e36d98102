/** From what an echo takes to what a client waits for at most, seconds: three to a decade, so that a quantile is within 2.5. */
export const replyBounds = [
  0.000_01, 0.000_025, 0.000_05, 0.000_1, 0.000_25, 0.000_5, 0.001, 0.002_5, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1,
  2.5, 5, 10,
] as const;

/** Seconds. A timer is exact to 1 ms, so there is nothing to tell apart below. */
export const delayBounds = [0.001, 0.002_5, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const;
