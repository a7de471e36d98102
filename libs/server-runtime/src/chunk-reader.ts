import type { Socket } from 'node:net';

/**
 * Pulls from a socket, one read at a time, so that whoever does not ask is not given: that is the backpressure on a
 * peer that sends faster than it is answered. Lighter than the socket's own async iterator, which adds an event, a
 * state machine and several promises to each read (1.28 of plain callbacks at one message in flight).
 */
export class ChunkReader {
  readonly #socket: Socket;
  /** What came while nobody asked: at most what Node had under way when the socket was paused. */
  readonly #unasked: Buffer[] = [];
  #give: ((chunk: Buffer | undefined) => void) | undefined;
  #ended = false;
  #stopped = false;

  constructor(socket: Socket) {
    this.#socket = socket;
    socket
      .on('data', (chunk: Buffer) => {
        if (this.#give !== undefined) this.#settle(chunk);
        else if (!this.#stopped) {
          this.#unasked.push(chunk);
          socket.pause();
        }
      })
      .on('end', () => {
        this.#ended = !this.#stopped;
        this.#settle(undefined);
      })
      .on('close', () => {
        this.discard();
      });
  }

  /** The peer's FIN has come, and all that stood before it was read. */
  get ended(): boolean {
    return this.#ended;
  }

  /** What the next read delivers; undefined when nothing more will come: FIN, a closed socket, `stop()`. */
  read(): Promise<Buffer | undefined> {
    const chunk = this.#unasked.shift();
    if (chunk !== undefined) return Promise.resolve(chunk);
    if (this.#ended || this.#stopped) return Promise.resolve(undefined);
    if (this.#socket.isPaused()) this.#socket.resume();
    return new Promise((resolve) => {
      this.#give = resolve;
    });
  }

  /** Reads no further. What the process has read already is still given. */
  stop(): void {
    this.#socket.pause();
    while (this.#socket.read() !== null); // Each read is a 'data' event, too.
    this.#stopped = true;
    if (this.#give !== undefined) this.#settle(this.#unasked.shift());
  }

  /** Reads no further and forgets what nobody asked for. */
  discard(): void {
    this.#stopped = true;
    this.#unasked.length = 0;
    this.#settle(undefined);
  }

  #settle(chunk: Buffer | undefined): void {
    const give = this.#give;
    this.#give = undefined;
    give?.(chunk);
  }
}
