import type { Socket } from 'node:net';
import { readIntoBuffer } from './shared-read-buffer.ts';

/** How reads come: into one buffer that all connections share, or as Node's stream of fresh buffers. */
export const readModes = ['buffer', 'stream'] as const;
export type ReadMode = (typeof readModes)[number];

/** Whoever gives what comes from a peer, one read at a time. */
export type Reader = Pick<ChunkReader, 'ended' | 'read' | 'stop' | 'discard'>;

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

  /** @param socket unread and paused */
  constructor(socket: Socket, mode: ReadMode) {
    this.#socket = socket;
    if (mode === 'buffer') {
      readIntoBuffer(socket, (length, buffer) => {
        const chunk = buffer.subarray(0, length);
        // One that nobody waits for must outlive the next read.
        this.#take(this.#give === undefined ? Buffer.from(chunk) : chunk);
      });
    } else {
      socket.on('data', (chunk: Buffer) => {
        this.#take(chunk);
      });
    }
    socket.on('end', () => {
      this.#ended = !this.#stopped;
      this.#settle(undefined);
    });
  }

  /** The peer's FIN has come, and all that stood before it was read. */
  get ended(): boolean {
    return this.#ended;
  }

  /**
   * What the next read delivers, good until whoever awaits it awaits something else: the next read may go to the same
   * place. undefined when nothing more will come: FIN, `stop()`, `discard()`.
   */
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

  /** Reads no further and forgets what nobody asked for: for a socket that is closed, or to be. */
  discard(): void {
    this.#stopped = true;
    this.#unasked.length = 0;
    this.#settle(undefined);
  }

  #take(chunk: Buffer): void {
    if (this.#give !== undefined) this.#settle(chunk);
    else {
      this.#socket.pause();
      if (!this.#stopped) this.#unasked.push(chunk);
    }
  }

  #settle(chunk: Buffer | undefined): void {
    const give = this.#give;
    this.#give = undefined;
    give?.(chunk);
  }
}
