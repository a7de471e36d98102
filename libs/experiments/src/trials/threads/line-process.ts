import { type Command, exitWords, lastLines, Session } from '#machine';
import { ExperimentError } from '../../running/experiment-error.ts';

/** A program that answers each line that it is sent with one of its own. */
export class LineProcess implements AsyncDisposable {
  readonly pid: number;
  readonly #name: string;
  readonly #session: Session;
  /** Rejects when it ends. */
  readonly #ended: Promise<never>;
  #answer: (line: string) => void = () => undefined;

  /** @param signal ends it when it aborts */
  constructor(name: string, command: Command, signal: AbortSignal) {
    const onLine = (line: string): void => {
      this.#answer(line);
    };
    const session = new Session(command, { stdin: true, onLine, signal });
    this.#name = name;
    this.#session = session;
    this.pid = session.pid;
    this.#ended = session.exited.then((exit) => {
      const { en, 'pt-BR': ptBR } = exitWords(exit, lastLines(session.stderr));
      throw new ExperimentError({ en: `${name} ${en}`, 'pt-BR': `${name} ${ptBR}` }, { cause: exit.notStarted });
    });
    this.#ended.catch(() => undefined);
  }

  /**
   * Sends a line, and gives the next one that it answers. Not before the answer to the one before.
   *
   * @throws ExperimentError where it ends before, or doesn't answer within `patience` ms
   */
  async ask(line: string, patience = 30_000): Promise<string> {
    const { promise, resolve, reject } = Promise.withResolvers<string>();
    const late = setTimeout(() => {
      reject(new ExperimentError({ en: `${this.#name} did not answer in time`, 'pt-BR': `${this.#name} não respondeu a tempo` }));
    }, patience);
    this.#answer = resolve;
    this.#session.write(`${line}\n`);
    try {
      return await Promise.race([promise, this.#ended]);
    } finally {
      clearTimeout(late);
    }
  }

  /** Ends it at once, with all that it started; resolves when it has ended. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#session.kill();
    await this.#session.end();
  }
}
