import { constants } from 'node:os';

/** How a server's first process ended, and what it said last. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** The last lines on stderr, or where there are none, on stdout; each fit for one line. */
  readonly lines: readonly string[];
}

/** The server ended, though nobody had asked it to. `cause` is what the clause saw of that, if it saw anything. */
export class ServerEnded extends Error {
  override readonly name = 'ServerEnded';
  readonly code = 'SERVER_ENDED';
  readonly ended: Ended;

  constructor(ended: Ended, cause?: Error) {
    const how = signalOf(ended) === undefined ? `with exit code ${String(ended.code)}` : `by ${String(signalOf(ended))}`;
    const said = ended.lines.length === 0 ? 'said nothing' : `said at last: ${ended.lines.join(' | ')}`;
    super(`the server ended ${how} and ${said}${cause === undefined ? '' : ` (${cause.message})`}`, { cause });
    this.ended = ended;
  }
}

/** The signal that ended it; a shell in front of it says so with 128 and its number (POSIX, 2.8.2). */
export function signalOf({ code, signal }: Pick<Ended, 'code' | 'signal'>): string | undefined {
  return signal ?? Object.entries(constants.signals).find(([, number]) => code === 128 + number)?.[0];
}
