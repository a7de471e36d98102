import type { Readable } from 'node:stream';
import { ClauseFailure } from './clause-failure.ts';
import { showBytes } from './show-bytes.ts';
import { within } from './within.ts';

const keptLength = 4_000_000;
const tailLength = 4_000;

/** What a process wrote to stdout or stderr: the beginning of it where it is very long, and its last lines. */
export class Output {
  /** Resolves when nothing more can come: every process that could write to it has ended, or closed it. */
  readonly ended: Promise<void>;
  readonly #name: string;
  readonly #stream: Readable | null;
  readonly #changed = new Set<(text: string) => void>();
  #text = '';
  #tail = '';
  #ended = false;

  constructor(name: string, stream: Readable | null) {
    this.#name = name;
    this.#stream = stream;
    stream?.setEncoding('utf8').on('data', (text: string) => {
      this.#tail = (this.#tail + text).slice(-tailLength);
      if (this.#text.length < keptLength) this.#text += text;
      this.#change(text);
    });
    this.ended = new Promise((resolve) => {
      const end = (): void => {
        this.#ended = true;
        this.#change('');
        resolve();
      };
      if (stream === null) end();
      else stream.once('close', end);
    });
  }

  get text(): string {
    return this.#text;
  }

  /** The lines that were written, without those that are blank. */
  get lines(): readonly string[] {
    return withoutBlank(this.#text);
  }

  /** The last lines that were written, without those that are blank. */
  last(count: number): readonly string[] {
    return withoutBlank(this.#tail).slice(-count);
  }

  /** Nobody reads any more, so that the pipe fills up. */
  pause(): void {
    this.#stream?.pause();
  }

  /** Our end of the pipe is closed: who writes gets EPIPE. */
  close(): void {
    this.#stream?.destroy();
  }

  /** Awaits a line in which the pattern is found, and gives the match. Each line is searched once, when it is whole. */
  async match(pattern: RegExp, patience: number, did: string): Promise<RegExpExecArray> {
    const failure = (): ClauseFailure =>
      new ClauseFailure(did, `${String(pattern)} on ${this.#name}`, `it said ${showBytes(this.#text)}`);
    let check: (text: string) => void = () => undefined;
    let rest = '';
    const matched = new Promise<RegExpExecArray>((resolve, reject) => {
      check = (text) => {
        if (rest.length < keptLength) rest += text;
        if (!text.includes('\n') && !this.#ended) return;
        const end = this.#ended ? rest.length : rest.lastIndexOf('\n') + 1;
        const match = pattern.exec(rest.slice(0, end));
        rest = rest.slice(end);
        if (match !== null) resolve(match);
        else if (this.#ended) reject(failure());
      };
      this.#changed.add(check);
      check(this.#text);
    });
    try {
      return await within(matched, patience, failure);
    } finally {
      this.#changed.delete(check);
    }
  }

  #change(text: string): void {
    for (const check of this.#changed) check(text);
  }
}

function withoutBlank(text: string): readonly string[] {
  return text.split('\n').filter((line) => line.trim() !== '');
}
