import type { Language } from '#command-line';
import { HeldLines } from './held-lines.ts';
import { jsonLines } from './json-lines.ts';
import { createLineSink, type LineSink } from './line-sink.ts';
import { eventLevels, isLogged, levelOf, type LogLevel } from './log-level.ts';
import type { Counts, Log } from './log.ts';
import { prettyLines } from './pretty-lines.ts';
import { printable } from './printable.ts';

/** `pretty` is for people, `json` for programs. */
export const logFormats = ['pretty', 'json'] as const;
export type LogFormat = (typeof logFormats)[number];

export interface LogOptions {
  readonly level: LogLevel;
  readonly format: LogFormat;
  /** Of the pretty format; JSON has none. */
  readonly language: Language;
  /** Set in a worker: its id, which stands in each of its lines. */
  readonly worker?: number | undefined;
  /** How many connections this process or thread has, asked for each line that is written. */
  readonly counts: () => Counts;
  /** Standard output unless given. */
  readonly destination?: LineSink;
}

/** The log of a process or thread. */
export function createLog(options: LogOptions): Log {
  const { level, language, worker, counts, destination = createLineSink() } = options;
  const colour = destination.terminal && (process.env['NO_COLOR'] ?? '') === '';
  const expected = isLogged(eventLevels.accepted, level);
  const format = options.format === 'json' ? jsonLines({ worker }) : prettyLines({ language, worker, colour, expected });

  // At debug everything is written as it happens; above info nothing of it is.
  const held = level === 'info' ? new HeldLines((line) => { destination.write(line); }) : undefined;

  // Whoever lost a line must learn of it, whatever the level.
  destination.describeLoss((lines) => format({ event: 'dropped', lines }, counts(), eventLevels.dropped));
  return {
    messages: isLogged(eventLevels.received, level),
    replies: isLogged(eventLevels.replied, level),
    emit: (event) => {
      // Programs wait for the ready line, so it is written at any level.
      const matters = levelOf(event);
      if (event.event !== 'listening' && !isLogged(matters, level)) return;
      const safe = printable(event);
      const line = format(safe, counts(), matters);
      if (held === undefined) destination.write(line);
      else held.add(safe, line);
    },
    share: (connection) => held?.share(connection),
    take: (connection, untold) => held?.take(connection, untold),
  };
}
