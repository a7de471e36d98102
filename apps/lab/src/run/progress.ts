import type { RunOptions, Step } from '#experiments';
import { writeValue } from '#record';
import { say } from '../shared/say.ts';
import type { RunCatalogue } from './catalogue.ts';
import { endLine, stoppedLine } from './end-line.ts';
import { liveProgress } from './live-progress.ts';

export type Progress = Pick<RunOptions, 'perform' | 'onProgress'>;

const marks = { done: '✔', skipped: '↓', failed: '✖' };

/**
 * Shows on stderr how far a run is, and each answer as it is reached: in a list that changes where a person looks on, cut to
 * the width of the terminal; where stderr is no terminal, or NO_COLOR or CI asks for plain lines, whole, in a line when a step
 * begins and one when it ends.
 */
export function progressOf(catalogue: RunCatalogue, signal: AbortSignal): Progress {
  const { NO_COLOR = '', CI = '', TERM } = process.env;
  const live = process.stderr.isTTY && NO_COLOR === '' && CI === '' && TERM !== 'dumb';
  return live ? liveProgress(catalogue, signal) : { perform: (steps) => inPlainLines(steps, catalogue, signal) };
}

async function inPlainLines(steps: readonly Step[], catalogue: RunCatalogue, signal: AbortSignal): Promise<void> {
  const stopped = (): boolean => signal.aborted;
  for (const step of steps) {
    if (stopped()) return;
    const start = performance.now();
    say(`❯ ${step.title[catalogue.locale]}`);
    const end = await step.run();
    const took = writeValue(performance.now() - start, 'ms', catalogue.locale);
    if (stopped()) say(`${marks.skipped} ${stoppedLine(step, catalogue)}`);
    else say(`${marks[end?.status ?? 'done']} ${endLine(step, end, catalogue)} [${took}]`);
  }
}
