import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readLoopLine, sampleEvery } from './loop-line.ts';
import type { ServerSpec } from './server-spec.ts';

/**
 * How late the event loops of a server come to a timer. Nothing outside can see that, so a probe is loaded into the server
 * (loop-probe.ts), which must be Node's, and tells as the server ends. It costs a server that is not idle 100 timers a second.
 */
export class LoopDelay {
  readonly #loops: (readonly number[])[] = [];

  /** The same server with the probe in it. */
  probed(spec: ServerSpec): ServerSpec {
    const probe = pathToFileURL(join(import.meta.dirname, 'loop-probe.ts')).href;
    return { ...spec, env: { ...spec.env, NODE_OPTIONS: `--import=${probe}` } };
  }

  /** Takes each line that the server writes. */
  readonly onLine = (line: string): void => {
    const loop = readLoopLine(line);
    if (loop) this.#loops.push(loop);
  };

  /**
   * The 99th percentile of the loop that fared worst, ms; undefined where there was no loop to look at.
   *
   * @param from when the load began, and `to` when it ended, in ms of monotonic()
   */
  worst(from: number, to: number): number | undefined {
    const delays = this.#loops.flatMap((fired) => p99(delaysOf(fired, from, to)) ?? []);
    return delays.length === 0 ? undefined : Math.max(...delays);
  }
}

/** How late each timer was that fired in between. */
function delaysOf(fired: readonly number[], from: number, to: number): readonly number[] {
  return fired.flatMap((at, index) => {
    const before = fired[index - 1];
    // It counts from timer to timer.
    return before === undefined || before < from || at > to ? [] : [Math.max(0, at - before - sampleEvery)];
  });
}

/** By nearest rank. */
function p99(values: readonly number[]): number | undefined {
  return values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.99) - 1];
}
