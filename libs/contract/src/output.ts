import type { Readable } from 'node:stream';
import { ClauseFailure } from './clause-failure.ts';
import { showBytes } from './show-bytes.ts';
import { within } from './within.ts';

const keptLength = 4_000_000;

/** What a process wrote to stdout or stderr; the beginning of it where it is very long. */
export class Output {
  readonly #name: string;
  readonly #stream: Readable | null;
  readonly #changed = new Set<() => void>();
  #text = '';
  #ended = false;

  constructor(name: string, stream: Readable | null) {
    this.#name = name;
    this.#stream = stream;
    stream?.setEncoding('utf8').on('data', (text: string) => {
      if (this.#text.length < keptLength) this.#text += text;
      this.#change();
    });
    stream?.once('close', () => {
      this.#ended = true;
      this.#change();
    });
  }

  get text(): string {
    return this.#text;
  }

  /** The lines that were written, without those that are blank. */
  get lines(): readonly string[] {
    return this.#text.split('\n').filter((line) => line.trim() !== '');
  }

  /** Nobody reads any more, so that the pipe fills up. */
  pause(): void {
    this.#stream?.pause();
  }

  /** Our end of the pipe is closed: who writes gets EPIPE. */
  close(): void {
    this.#stream?.destroy();
  }

  /** Awaits text that matches, and gives the match. */
  async match(pattern: RegExp, patience: number, did: string): Promise<RegExpExecArray> {
    const failure = (): ClauseFailure =>
      new ClauseFailure(did, `${String(pattern)} on ${this.#name}`, `it said ${showBytes(this.#text)}`);
    let check = (): void => undefined;
    const matched = new Promise<RegExpExecArray>((resolve, reject) => {
      check = () => {
        const match = pattern.exec(this.#text);
        if (match !== null) resolve(match);
        else if (this.#ended) reject(failure());
      };
      this.#changed.add(check);
      check();
    });
    try {
      return await within(matched, patience, failure);
    } finally {
      this.#changed.delete(check);
    }
  }

  #change(): void {
    for (const check of this.#changed) check();
  }
}
