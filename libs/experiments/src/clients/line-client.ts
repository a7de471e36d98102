import { connect, type Socket } from 'node:net';
import { Fifo } from '#measure';
import type { Clock } from '../running/clock.ts';

/** A message and its reply, in ms of the clock; `replied` is undefined while, or where, none has come. */
export interface Exchange {
  readonly sent: number;
  readonly replied: number | undefined;
}

export interface LineClientOptions {
  readonly host: string;
  readonly port: number;
  readonly clock: Clock;
  /** A reply is whole; or, once a part of a message was written, something came: `text`. */
  readonly onReply?: (client: LineClient, text?: string) => void;
}

/**
 * A client that stays and sends lines when it is told to, for load: it holds every reply byte for byte against its message,
 * and notes when it came. It never rejects: how it fared is its outcome.
 */
export class LineClient {
  /** Resolves when it is connected, or never will be. */
  readonly connected: Promise<void>;
  /**
   * Resolves when the connection is closed: `left` where this client ended it, `ended` where the server did, in order;
   * `wrong-reply`; or the error's code, such as `ECONNRESET`.
   */
  readonly closed: Promise<string>;
  readonly exchanges: Exchange[] = [];
  /** When it was closed, ms of the clock. */
  closedAt: number | undefined;
  readonly #options: LineClientOptions;
  readonly #socket: Socket;
  readonly #due = new Fifo<string>();
  #came = '';
  #inParts = false;
  #outcome = 'ended';

  constructor(options: LineClientOptions) {
    const { host, port, clock } = options;
    this.#options = options;
    const socket = connect({ host, port, noDelay: true });
    this.#socket = socket;
    this.connected = new Promise((resolve) => {
      socket.once('connect', resolve).once('close', () => {
        resolve();
      });
    });
    this.closed = new Promise((resolve) => {
      socket.on('error', (error: NodeJS.ErrnoException) => {
        this.#outcome = error.code ?? error.message;
      });
      socket.on('close', () => {
        this.closedAt = clock.now();
        resolve(this.#outcome);
      });
    });
    socket.on('data', (chunk: Buffer) => {
      this.#take(chunk);
    });
  }

  /** Its own end of the connection, as a server's events name it; while it is connected. */
  get address(): string {
    return `${this.#socket.localAddress ?? ''}:${this.#socket.localPort ?? ''}`;
  }

  /** Messages that were sent and not answered yet. */
  get inFlight(): number {
    return this.#due.size;
  }

  /** How long the replies that came took, ms. */
  get latencies(): readonly number[] {
    return this.exchanges.flatMap(({ sent, replied }) => (replied === undefined ? [] : [replied - sent]));
  }

  /** Sends a message, without its LF. Does nothing once the connection is closed. */
  send(message: string): void {
    if (this.closedAt !== undefined || this.#socket.writableEnded) return;
    this.#due.add(`Echo: ${message}\n`);
    this.exchanges.push({ sent: this.#options.clock.now(), replied: undefined });
    this.#socket.write(`${message}\n`);
  }

  /**
   * Sends a part of a message as it is. From then on what comes is held against nothing, and given as it comes. Does nothing once
   * the connection is closed.
   */
  write(part: string): void {
    if (this.closedAt !== undefined || this.#socket.writableEnded) return;
    this.#inParts = true;
    this.#socket.write(part);
  }

  /** Ends the connection; what was sent is still answered. */
  leave(): void {
    if (this.closedAt === undefined) this.#outcome = 'left';
    this.#socket.end();
  }

  /** Drops the connection at once. */
  abort(): void {
    this.#socket.destroy();
  }

  #take(chunk: Buffer): void {
    if (this.#inParts) {
      this.#options.onReply?.(this, chunk.toString());
      return;
    }
    this.#came += chunk.toString('latin1');
    // A reply to a message that is sent only now cannot have come already.
    let owed = this.#due.size;
    for (let due = this.#due.first; owed > 0 && due !== undefined && this.#came.startsWith(due); due = this.#due.first) {
      this.#came = this.#came.slice(due.length);
      const index = this.exchanges.length - this.#due.size;
      this.#due.take();
      owed -= 1;
      this.exchanges[index] = { sent: this.exchanges[index]?.sent ?? NaN, replied: this.#options.clock.now() };
      this.#options.onReply?.(this);
    }
    // What is left is the beginning of the next reply, or nothing.
    if (!(owed > 0 ? (this.#due.first ?? '') : '').startsWith(this.#came)) {
      this.#outcome = 'wrong-reply';
      this.#socket.destroy();
    }
  }
}
