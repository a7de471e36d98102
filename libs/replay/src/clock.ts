/** How the time of a timeline passes while it is played. */
export interface Clock {
  /** ms of the timeline at the start. */
  readonly from: number;
  /** ms of the viewer's time at the start. */
  readonly since: number;
  /** Of the timeline's time to the viewer's; 0.1 is ten times slower than it was. */
  readonly rate: number;
}

/** ms of the timeline. A frame bears the time at which it began, which may be before the start. */
export function clockTime({ from, since, rate }: Clock, now: number): number {
  return from + Math.max(now - since, 0) * rate;
}
