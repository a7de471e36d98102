/** From `start` up to `end`, in characters. */
export interface Range {
  readonly start: number;
  readonly end: number;
}
