import type { Size } from '#record';
import type { Extent, Scenario } from './scenario.ts';

/**
 * How long the rounds of a run are meant to take, ms, and how many they are; and when, from the start of the run on, no
 * round is begun that would end later: on a busy machine all takes longer.
 */
const budgets: Readonly<Record<Size, { readonly time: number; readonly rounds: number; readonly over: number }>> = {
  quick: { time: 40_000, rounds: 3, over: 57_000 },
  default: { time: 230_000, rounds: 5, over: 290_000 },
  thorough: { time: 1_200_000, rounds: 11, over: 2_400_000 },
};

/** With more servers than this a quick run has a round less, or none of its loads would last long enough. */
const quickServers = 6;

/** What it takes to start a server, to hold connections and to end it, ms. */
const overhead: Readonly<Record<Size, number>> = { quick: 900, default: 2_500, thorough: 2_500 };

/** Loads last at least and at most so long, ms, warm-up included: shorter says nothing, longer little more. */
const shortest = 120;
const longest: Readonly<Record<Size, number>> = { quick: 800, default: 3_000, thorough: 5_000 };

const warmupShare = 0.25;

/** Divides the time of a run among servers, rounds and scenarios. */
export function extentOf(asked: {
  readonly size: Size;
  readonly servers: number;
  readonly scenarios: readonly Scenario[];
  readonly rounds: number | undefined;
}): Pick<Extent, 'duration' | 'warmup'> & { readonly rounds: number; readonly over: number } {
  const { size, servers, scenarios } = asked;
  const { time, rounds: usual, over } = budgets[size];
  const rounds = asked.rounds ?? (size === 'quick' && servers > quickServers ? usual - 1 : usual);
  const loads = scenarios.filter(({ plan, rounds: most }) => plan !== undefined && most === undefined).length;
  const each = (time / (Math.max(1, servers) * rounds) - overhead[size]) / Math.max(1, loads);
  const whole = Math.min(longest[size], Math.max(shortest, each));
  // Who asks for so many rounds waits for them.
  return { rounds, over: asked.rounds === undefined ? over : Infinity, duration: whole * (1 - warmupShare), warmup: whole * warmupShare };
}
