/** ms that a play takes, about, unless the viewer wants it otherwise. */
const usualPlay = 5000;

/** Of the timeline's time to the viewer's, by its place: 1 at 0, then 2, 5, 10, 20 …, before it 1/2, 1/5, 1/10 … */
export function rateAt(place: number): number {
  const steps = Math.abs(place);
  const times = ([1, 2, 5][steps % 3] ?? 1) * 10 ** Math.floor(steps / 3);
  return place < 0 ? 1 / times : times;
}

/** The place of the rate at which so many ms are played in about five seconds. */
export function usualPlace(lasted: number): number {
  return Math.round(3 * Math.log10(lasted / usualPlay));
}

/**
 * The places that a viewer may choose, fastest first: real time, the usual one, and around it what is up to ten times
 * slower or faster; but nothing faster than both.
 */
export function placesAround(usual: number): readonly number[] {
  const near = [-3, -2, -1, 0, 1, 2, 3].map((steps) => usual + steps);
  return [...new Set([0, ...near])].sort((one, other) => other - one).filter((place) => place <= Math.max(usual, 0));
}
