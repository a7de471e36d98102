import { type Command, type Exit, exitWords, lastLines, Session } from '#machine';
import { ExperimentError } from '../running/experiment-error.ts';

/** A program that is spoken to in lines, and whose end is of interest. */
export class LineProcess {
  readonly pid: number;
  /** All that it wrote to stdout. */
  readonly lines: string[] = [];
  readonly exited: Promise<Exit>;
  readonly #name: string;
  readonly #session: Session;
  readonly #looks = new Set<() => void>();
  #exit: Exit | undefined;

  /** @param signal ends it when it aborts */
  constructor(name: string, command: Command, signal: AbortSignal) {
    this.#name = name;
    const onLine = (line: string): void => {
      this.lines.push(line);
      this.#look();
    };
    const session = new Session(command, { stdin: true, onLine });
    this.#session = session;
    this.pid = session.pid;
    const kill = (): void => {
      session.kill();
    };
    if (signal.aborted) kill();
    signal.addEventListener('abort', kill, { once: true });
    this.exited = session.exited.then((exit) => {
      signal.removeEventListener('abort', kill);
      this.#exit = exit;
      this.#look();
      return exit;
    });
  }

  /** Sends a line, and gives the next one that it answers. Not before the answer to the one before. */
  ask(line: string, patience?: number): Promise<string> {
    const next = this.lines.length;
    this.#session.write(`${line}\n`);
    return this.until((lines) => lines[next], patience);
  }

  /**
   * Resolves with what is found in its lines, as soon as it is there.
   *
   * @throws ExperimentError where it ends before, or doesn't write it within `patience` ms
   */
  until<T>(find: (lines: readonly string[]) => T | undefined, patience = 30_000): Promise<T> {
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    const look = (): void => {
      const found = find(this.lines);
      if (found !== undefined) resolve(found);
      else if (this.#exit !== undefined) reject(this.#ended(this.#exit));
    };
    const late = setTimeout(() => {
      reject(new ExperimentError({ en: `${this.#name} did not answer in time`, 'pt-BR': `${this.#name} não respondeu a tempo` }));
    }, patience);
    this.#looks.add(look);
    look();
    return promise.finally(() => {
      clearTimeout(late);
      this.#looks.delete(look);
    });
  }

  signal(name: NodeJS.Signals): void {
    this.#session.signal(name);
  }

  /** Ends it at once, with all that it started; resolves when it has ended. */
  async stop(): Promise<void> {
    this.#session.kill();
    await this.#session.end();
  }

  #look(): void {
    for (const look of this.#looks) look();
  }

  #ended(exit: Exit): ExperimentError {
    const { en, 'pt-BR': ptBR } = exitWords(exit, lastLines(this.#session.stderr));
    return new ExperimentError({ en: `${this.#name} ${en}`, 'pt-BR': `${this.#name} ${ptBR}` }, { cause: exit.notStarted });
  }
}
