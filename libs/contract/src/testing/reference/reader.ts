import type { Socket } from 'node:net';
import { broken } from './quirks.ts';

/** One read at a time: a peer whose replies wait is not read from. */
export class Reader {
  readonly #socket: Socket;
  readonly #came: (Buffer | undefined)[] = [];
  #give: ((chunk: Buffer | undefined) => void) | undefined;
  ended = false;

  constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', (chunk: Buffer) => {
      if (!broken('no-backpressure')) socket.pause();
      this.#take(chunk);
    });
    socket.once('end', () => {
      this.ended = true;
      if (broken('destroys-at-fin')) socket.destroy();
      this.#take(undefined);
    });
    socket.once('close', () => {
      this.#take(undefined);
    });
  }

  read(): Promise<Buffer | undefined> {
    if (this.#came.length > 0) return Promise.resolve(this.#came.shift());
    this.#socket.resume();
    return new Promise((resolve) => {
      this.#give = resolve;
    });
  }

  /** It is what the next read gives. */
  putBack(chunk: Buffer): void {
    this.#came.unshift(chunk);
  }

  /** Nothing more will be read. */
  stop(): void {
    this.#socket.pause();
    this.#take(undefined);
  }

  #take(chunk: Buffer | undefined): void {
    const give = this.#give;
    this.#give = undefined;
    if (give === undefined) this.#came.push(chunk);
    else give(chunk);
  }
}
