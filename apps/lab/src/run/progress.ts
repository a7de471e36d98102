import {
  DefaultRenderer,
  Listr,
  type ListrDefaultRendererLogLevels,
  ListrLogger,
  ListrLogLevels,
  type ListrTask,
  type PresetTimer,
  ProcessOutput,
} from 'listr2';
import type { Language } from '#command-line';
import type { RunOptions, Step } from '#experiments';
import { writeStatement, writeValue } from '#record';
import type { RunCatalogue } from './catalogue.ts';

export type Progress = Pick<RunOptions, 'perform' | 'onProgress'>;

/**
 * Shows on stderr how far a run is: a list that changes where a person looks on, and a line when a step begins and when it
 * ends where stderr is no terminal, or NO_COLOR or CI asks for plain lines.
 */
export function progressOf({ locale, stopped }: RunCatalogue, signal: AbortSignal): Progress {
  const { NO_COLOR = '', CI = '', TERM } = process.env;
  const live = process.stderr.isTTY && NO_COLOR === '' && CI === '' && TERM !== 'dumb';
  let say: (what: string) => void = () => undefined;
  const task = (step: Step): ListrTask => ({
    title: step.title[locale],
    enabled: () => !signal.aborted,
    task: async (_, wrapper) => {
      if (live) say = (what) => (wrapper.output = what);
      const end = await step.run();
      say = () => undefined;
      if (signal.aborted) wrapper.skip(`${step.title[locale]}: ${stopped}`);
      else if (end?.status === 'skipped') wrapper.skip(`${step.title[locale]}: ${writeStatement(end.reason, locale)}`);
      else if (end?.status === 'failed') throw new Error(`${step.title[locale]}: ${writeStatement(end.reason, locale)}`);
    },
  });
  const timer = timerIn(locale);
  return {
    onProgress: (what) => {
      say(what);
    },
    perform: async (steps) => {
      await new Listr(steps.map(task), {
        renderer: StderrRenderer,
        rendererOptions: { logger: toStderr<ListrDefaultRendererLogLevels>(), timer },
        fallbackRenderer: 'simple',
        fallbackRendererOptions: { logger: toStderr<ListrLogLevels>(), timer, color: colorless },
        fallbackRendererCondition: !live,
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

/** How long a step took, behind it. */
function timerIn(language: Language): PresetTimer {
  return { condition: true, field: (ms) => writeValue(ms, 'ms', language), format: () => (text = '') => text };
}

function toStderr<Levels extends string>(): ListrLogger<Levels> {
  return new ListrLogger<Levels>({ processOutput: new ProcessOutput(process.stderr, process.stderr) });
}

/** Of plain lines: for colours, too, listr2 would ask stdout. */
const colorless = Object.fromEntries(Object.values(ListrLogLevels).map((level) => [level, (text = '') => text]));
