import { connect, type Socket } from 'node:net';
import type { Visit } from '#record';
import type { Clock } from '../running/clock.ts';
import { clientLabel } from './client-label.ts';

export interface ClientOptions {
  /** From 1 on: the record calls it so. */
  readonly number: number;
  readonly host: string;
  readonly port: number;
  readonly clock: Clock;
  /** Sent one after another, each after the reply to the one before, as they are. */
  readonly messages: readonly string[];
  /** How long it keeps the connection after the last reply, ms. */
  readonly hold?: number;
  /** How long it waits for a reply, ms. */
  readonly patience?: number;
}

/** How much of a reply is kept for the record, in characters. */
const kept = 200;

/** Enough for that in UTF-8. */
const keptBytes = 4 * kept;

/**
 * One client of the experiments: connects, sends, checks each reply byte for byte, holds, leaves with FIN, and notes
 * the moment of each. It never rejects: how it fared is its outcome.
 */
export class Client {
  /** Resolves when it is connected, or never will be. */
  readonly connected: Promise<void>;
  /** Resolves when its last reply has come, or never will. */
  readonly replied: Promise<void>;
  /** Resolves when the connection is closed on both sides. */
  readonly done: Promise<Visit>;
  readonly #options: ClientOptions;
  readonly #socket: Socket;
  readonly #visit: { -readonly [K in keyof Visit]: Visit[K] };
  /** The rest of the reply that is due. */
  #due = Buffer.alloc(0);
  /** The beginning of all that came, for the record. */
  #came = Buffer.alloc(0);
  #sent = 0;
  #sayReplied: () => void = () => undefined;
  #timers: NodeJS.Timeout[] = [];

  constructor(options: ClientOptions) {
    const { clock, host, port, number, patience = 30_000 } = options;
    this.#options = options;
    this.#visit = { label: clientLabel(number), started: clock.now(), outcome: 'no-reply' };
    const socket = connect({ host, port, noDelay: true });
    this.#socket = socket;
    this.replied = new Promise((resolve) => (this.#sayReplied = resolve));
    this.connected = new Promise((resolve) => {
      socket.once('connect', () => {
        this.#visit.connected = clock.now();
        resolve();
        this.#next();
      });
      socket.once('close', () => {
        resolve();
      });
    });
    this.done = new Promise((resolve) => {
      socket.on('error', (error: NodeJS.ErrnoException) => {
        this.#visit.outcome = error.code ?? error.message;
      });
      socket.on('close', () => {
        for (const timer of this.#timers) clearTimeout(timer);
        this.#visit.closed = clock.now();
        if (this.#came.length > 0) this.#visit.reply = this.#came.toString().slice(0, kept);
        this.#sayReplied();
        resolve(this.#visit);
      });
    });
    socket.on('data', (chunk: Buffer) => {
      this.#take(chunk);
    });
    this.#timers.push(
      setTimeout(() => {
        this.#fail('timed-out');
      }, patience + (options.hold ?? 0)),
    );
  }

  #next(): void {
    const message = this.#options.messages[this.#sent];
    if (message === undefined) {
      this.#finish();
      return;
    }
    this.#due = Buffer.from(`Echo: ${message}`);
    this.#sent += 1;
    this.#socket.write(message);
    this.#visit.sent ??= this.#options.clock.now();
  }

  #take(chunk: Buffer): void {
    const { clock } = this.#options;
    this.#visit.firstByte ??= clock.now();
    if (this.#came.length < keptBytes) this.#came = Buffer.concat([this.#came, chunk.subarray(0, keptBytes)]);
    const wrong = !this.#due.subarray(0, chunk.length).equals(chunk);
    this.#due = this.#due.subarray(chunk.length);
    if (wrong) this.#fail('wrong-reply');
    else if (this.#due.length === 0) {
      if (this.#sent === this.#options.messages.length) this.#visit.replied = clock.now();
      this.#next();
    }
  }

  #finish(): void {
    this.#visit.outcome = 'ok';
    this.#sayReplied();
    const leave = (): void => {
      this.#visit.ended = this.#options.clock.now();
      this.#socket.end();
    };
    const { hold = 0 } = this.#options;
    if (hold === 0) leave();
    else this.#timers.push(setTimeout(leave, hold));
  }

  #fail(outcome: string): void {
    this.#visit.outcome = outcome;
    this.#socket.destroy();
  }
}
