import { constants } from 'node:os';
import { joined, SpokenError, type Words, wordsOfError } from './words.ts';

/** How a server's first process ended, and what it said last. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** The last lines on stderr, or where there are none, on stdout; each fit for one line. */
  readonly lines: readonly string[];
}

/** The server ended, though nobody had asked it to. `cause` is what the clause saw of that, if it saw anything. */
export class ServerEnded extends SpokenError {
  override readonly name = 'ServerEnded';
  readonly code = 'SERVER_ENDED';
  readonly ended: Ended;

  constructor(ended: Ended, cause?: Error) {
    super(cause === undefined ? howItEnded(ended) : joined(howItEnded(ended), ' (', wordsOfError(cause), ')'), { cause });
    this.ended = ended;
  }
}

function howItEnded(ended: Ended): Words {
  const [signal, code] = [signalOf(ended), String(ended.code)];
  const how =
    signal === undefined
      ? { en: `the server ended with exit code ${code}`, 'pt-BR': `o servidor terminou com o código de saída ${code}` }
      : { en: `the server ended by ${signal}`, 'pt-BR': `o servidor terminou por ${signal}` };
  const last = ended.lines.join(' | ');
  if (last === '') return joined(how, { en: ' and said nothing', 'pt-BR': ' sem dizer nada' });
  return joined(how, { en: ` and said at last: ${last}`, 'pt-BR': ` e disse por último: ${last}` });
}

/** The signal that ended it; a shell in front of it says so with 128 and its number (POSIX, 2.8.2). */
export function signalOf({ code, signal }: Pick<Ended, 'code' | 'signal'>): string | undefined {
  return signal ?? Object.entries(constants.signals).find(([, number]) => code === 128 + number)?.[0];
}
