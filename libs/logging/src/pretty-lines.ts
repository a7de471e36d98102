import { createRequire } from 'node:module';
import type { Language } from '#command-line';
import { catalogues } from './catalogue.ts';
import type { EventName } from './events.ts';
import type { LineFormat } from './line-format.ts';
import type { Counts } from './log.ts';
import type { Printable } from './printable.ts';
import { readyLine } from './ready-line.ts';
import type { Sentence, Sentences } from './sentence.ts';

const require = createRequire(import.meta.url);
type Pretty = ReturnType<(typeof import('pino-pretty'))['prettyFactory']>;

interface PrettyOptions {
  readonly language: Language;
  readonly worker: number | undefined;
  readonly colour: boolean;
  /** Whether lines are expected. Where they are not, what writes them is loaded with the first: it takes a while. */
  readonly expected: boolean;
}

/** Lines for people: `[16:45:23] Client 1 (127.0.0.1:54321): being served (1 active, 0 waiting)`. */
export function prettyLines({ language, worker, colour, expected }: PrettyOptions): LineFormat {
  const { subject, sentences } = catalogues[language];
  const load = (): Pretty => {
    const { prettyFactory } = require('pino-pretty') as typeof import('pino-pretty');
    return prettyFactory({
      colorize: colour,
      customColors: 'message:reset',
      hideObject: true,
      translateTime: 'SYS:HH:MM:ss',
      customPrettifiers: { level: (_level, _key, log, { colors }) => colors.cyan((log as Line).subject) },
      messageFormat: (log, _key, _label, { colors }) => {
        const { level, msg } = log as unknown as Line;
        return level === 'error' ? colors.red(msg) : level === 'warn' ? colors.yellow(msg) : msg;
      },
    });
  };
  let pretty = expected ? load() : undefined;

  function subjectOf(event: Printable): string {
    if (event.event.startsWith('worker-') && 'id' in event) return subject.worker(event.id);
    const who = [
      ...(worker === undefined ? [] : [subject.worker(worker)]),
      ...('peer' in event ? [subject.connection(event.connection, event.peer)] : []),
    ];
    return who.length === 0 ? subject.server : who.join(', ');
  }

  return (event, counts, level) => {
    if (event.event === 'listening') return `${readyLine(event)}\n`;
    const line: Line = {
      time: Date.now(),
      level,
      subject: capitalized(subjectOf(event)),
      msg: sentenceOf(sentences, event, counts),
    };
    pretty ??= load();
    return pretty(line);
  };
}

/** What pino-pretty is given. */
interface Line {
  readonly time: number;
  readonly level: string;
  readonly subject: string;
  readonly msg: string;
}

type Spoken = Exclude<EventName, 'listening'>;

function sentenceOf(sentences: Sentences, event: Printable<Spoken>, counts: Counts): string {
  // The types cannot see that the name picks the sentence that takes just this event.
  return (sentences[event.event] as Sentence<Spoken>)(event, counts);
}

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
