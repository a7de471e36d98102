import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { ExperimentError } from '../running/experiment-error.ts';

/** How a process ended. */
export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A program that is spoken to in lines, and whose end is of interest. */
export class LineProcess {
  readonly pid: number;
  /** All that it wrote to stdout. */
  readonly lines: string[] = [];
  readonly exited: Promise<Exit>;
  readonly #name: string;
  readonly #child: ChildProcessByStdio<Writable, Readable, Readable>;
  readonly #looks = new Set<() => void>();
  #stderr = '';
  #exit: Exit | undefined;
  #failure: Error | undefined;

  /** @param signal ends it when it aborts */
  constructor(name: string, [program, ...args]: readonly [string, ...string[]], signal: AbortSignal) {
    this.#name = name;
    const child = spawn(program, args, { stdio: 'pipe', signal, killSignal: 'SIGKILL' });
    this.#child = child;
    this.pid = child.pid ?? 0;
    // Of no interest in itself: what was said to a process that ended.
    child.stdin.on('error', () => undefined);
    child.stderr.on('data', (text: Buffer) => (this.#stderr = (this.#stderr + text.toString()).slice(-2_000)));
    createInterface({ input: child.stdout }).on('line', (line) => {
      this.lines.push(line);
      this.#look();
    });
    this.exited = new Promise((resolve) => {
      child.once('error', (error) => (this.#failure = error));
      child.once('close', (code, by) => {
        this.#exit = { code, signal: by };
        resolve(this.#exit);
        this.#look();
      });
    });
  }

  /** Sends a line, and gives the next one that it answers. Not before the answer to the one before. */
  ask(line: string, patience?: number): Promise<string> {
    const next = this.lines.length;
    this.#child.stdin.write(`${line}\n`);
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
    this.#child.kill(name);
  }

  /** Ends it at once; resolves when it has ended. */
  async stop(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.exited;
  }

  #look(): void {
    for (const look of this.#looks) look();
  }

  #ended({ code, signal }: Exit): ExperimentError {
    const why = this.#failure?.message ?? this.#stderr.trim().split('\n').at(-1);
    const reason = why === undefined || why === '' ? (signal ?? `exit code ${code ?? 0}`) : why;
    return new ExperimentError(
      { en: `${this.#name} ended by itself: ${reason}`, 'pt-BR': `${this.#name} terminou por conta própria: ${reason}` },
      { cause: this.#failure },
    );
  }
}
