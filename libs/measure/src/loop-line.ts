/** How often an event loop's delay is looked at, ms. */
export const sampleEvery = 10;

/** A line that says when a timer fired that is due every `sampleEvery` ms; in ms of monotonic(). */
export function loopLine(fired: readonly number[]): string {
  return `event-loop-delay ${JSON.stringify(fired.map((at) => Number(at.toFixed(2))))}\n`;
}

/** What `loopLine()` was given; undefined for any other line, also for one of which a part is missing. */
export function readLoopLine(line: string): readonly number[] | undefined {
  const [, list] = /^event-loop-delay (\[[\d.,]+\])$/.exec(line) ?? [];
  return list === undefined ? undefined : (JSON.parse(list) as number[]);
}
