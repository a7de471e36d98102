/** How often an event loop's delay is looked at, ms: seldom enough to cost nothing. */
export const sampleEvery = 10;

const start = 'event-loop-delay ';

/** A line that says when a timer fired that is due every `sampleEvery` ms; in ms of monotonic(). */
export function loopLine(fired: readonly number[]): string {
  return `${start}${JSON.stringify(fired.map((at) => Number(at.toFixed(2))))}\n`;
}

/** What `loopLine()` was given; undefined for any other line. */
export function readLoopLine(line: string): readonly number[] | undefined {
  return line.startsWith(start) ? (JSON.parse(line.slice(start.length)) as number[]) : undefined;
}
