import { DefaultRenderer, Listr, type ListrDefaultRendererLogLevels, ListrLogger, type ListrTask, ProcessOutput } from 'listr2';
import type { RunOptions, Step } from '#experiments';
import { writeValue } from '#record';
import { cutLine } from '../shared/cut-line.ts';
import type { RunCatalogue } from './catalogue.ts';
import { endLine, stoppedLine } from './end-line.ts';

/** What a line holds beside the text: its mark, how long it took as ` [12.3 s]`, and what listr2 keeps free. */
const besideText = 15;

/** How far a run is, as a list that changes: a line for each step, which becomes its answer. */
export function liveProgress(catalogue: RunCatalogue, signal: AbortSignal): Required<Pick<RunOptions, 'perform' | 'onProgress'>> {
  const { locale } = catalogue;
  let show: (what: string) => void = () => undefined;
  const task = (step: Step): ListrTask => ({
    title: fitted(step.title[locale]),
    enabled: () => !signal.aborted,
    task: async (_, wrapper) => {
      show = (what) => (wrapper.output = what);
      const end = await step.run();
      show = () => undefined;
      const line = fitted(signal.aborted ? stoppedLine(step, catalogue) : endLine(step, end, catalogue));
      if (signal.aborted || end?.status === 'skipped') wrapper.skip(line);
      else if (end?.status === 'failed') throw new Error(line);
      else wrapper.title = line;
    },
  });
  return {
    onProgress: (what) => {
      show(what);
    },
    perform: async (steps) => {
      const logger = new ListrLogger<ListrDefaultRendererLogLevels>({ processOutput: new ProcessOutput(process.stderr, process.stderr) });
      const timer = { condition: true, field: (ms: number) => writeValue(ms, 'ms', locale), format: () => (text = '') => text };
      await new Listr(steps.map(task), {
        renderer: StderrRenderer,
        rendererOptions: { logger, timer },
        exitOnError: false,
        // A signal is ours to handle: what was measured is to be kept.
        registerSignalListeners: false,
      }).run();
    },
  };
}

/** listr2 asks whether stdout is a terminal; what matters here is stderr. */
class StderrRenderer extends DefaultRenderer {
  static override readonly nonTTY = true;
}

/** On one line: listr2 wraps at the width of stdout, or at 80 where that is no terminal. */
function fitted(text: string): string {
  return cutLine(text, Math.min(process.stdout.columns || 80, process.stderr.columns || 80) - besideText);
}
