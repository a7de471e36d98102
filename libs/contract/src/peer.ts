import { connect, type Socket } from 'node:net';
import { ByteQueue } from './byte-queue.ts';
import { ClauseFailure } from './clause-failure.ts';
import { expectCarried } from './expect-carried.ts';
import { phrases, shown } from './phrases.ts';
import type { Framing } from './promises.ts';
import { within } from './within.ts';
import { joined, type Part, type Words } from './words.ts';

export interface PeerOptions {
  readonly host: string;
  readonly port: number;
  readonly framing: Framing;
  /** How long to wait for what must come, ms. */
  readonly patience: number;
  /** From the beginning, read only when asked to. */
  readonly paused?: boolean;
}

/** How the far side left: its FIN, a reset (or another error), or not yet. */
export type Ending = 'open' | 'fin' | 'reset';

/**
 * The most that can come back for each byte sent: a byte that is a message of its own has `Echo: ` before it. Beside that
 * there may be an `Error:` line.
 */
const mostForAByte = 7;
const mostBeside = 4_096;

/**
 * A client in raw bytes. It keeps what came, and every wait ends with an event or, after its patience, a failure. Who sends
 * more than an echo of what was sent can have is not listened to any longer: every wait fails, and memory stays bounded.
 */
export class Peer {
  readonly socket: Socket;
  readonly #framing: Framing;
  readonly #patience: number;
  readonly #changed = new Set<() => void>();
  /** Resolves when the connection is closed, whoever closed it. */
  readonly gone: Promise<unknown>;
  readonly #came = new ByteQueue();
  #count = 0;
  #sent = 0;
  #tooMuch = false;
  #ending: Ending = 'open';
  #lastSent: Words = phrases.connected;

  private constructor(socket: Socket, framing: Framing, patience: number) {
    this.socket = socket;
    this.#framing = framing;
    this.#patience = patience;
    this.gone = new Promise((resolve) => socket.once('close', resolve));
  }

  /** @throws NodeJS.ErrnoException where the connection is refused */
  static connect({ host, port, framing, patience, paused = false }: PeerOptions): Promise<Peer> {
    const socket = connect({ host, port, allowHalfOpen: true, noDelay: true });
    const peer = new Peer(socket, framing, patience);
    if (!paused) peer.read();
    else socket.pause();
    const connected = new Promise<Peer>((resolve, reject) => {
      socket.once('connect', () => {
        resolve(peer);
      });
      socket.on('error', (error) => {
        reject(error);
        peer.#end('reset');
      });
    });
    socket.once('end', () => {
      peer.#end('fin');
    });
    socket.once('close', () => {
      peer.#end('reset');
    });
    const late = (): Error => new ClauseFailure(phrases.connectedTo(`${host}:${port}`), phrases.connection, phrases.noneCame);
    return within(connected, patience, late);
  }

  get ending(): Ending {
    return this.#ending;
  }

  /** Bytes that have come since the connection began. */
  get count(): number {
    return this.#count;
  }

  /** What came and was not yet taken. */
  get pending(): Buffer {
    return this.#came.bytes;
  }

  /** Lets go of so many bytes of what is pending. */
  take(length: number): void {
    this.#came.take(length);
  }

  /** Reads from here on. `forget` is given the bytes, which then are only counted here. */
  read(forget?: (chunk: Buffer) => void): void {
    this.socket.removeAllListeners('data');
    this.socket.on('data', (chunk: Buffer) => {
      this.#count += chunk.length;
      if (forget === undefined) this.#came.add(chunk);
      else forget(chunk);
      if (this.#count > mostForAByte * this.#sent + mostBeside) {
        this.#tooMuch = true;
        this.socket.destroy();
      }
      this.#change();
    });
    this.socket.resume();
  }

  pause(): void {
    this.socket.pause();
  }

  /** Sends bytes as they are; resolves when the kernel has them, or the connection is gone. */
  send(bytes: string | Uint8Array): Promise<void> {
    this.#lastSent = phrases.sent(shown(bytes));
    this.#sent += Buffer.byteLength(bytes);
    return new Promise((resolve) => {
      this.socket.write(bytes, () => {
        resolve();
      });
    });
  }

  /** Sends one message, ended as the framing ends messages. */
  say(text: string): Promise<void> {
    return this.send(text + this.#ends);
  }

  /** Our FIN: nothing more will be sent. */
  end(): void {
    this.#lastSent = joined(this.#lastSent, phrases.thenFin);
    this.socket.end();
  }

  reset(): void {
    this.socket.resetAndDestroy();
  }

  destroy(): void {
    this.socket.destroy();
  }

  /** Awaits just these bytes, next. */
  async expect(bytes: string | Uint8Array, patience = this.#patience): Promise<void> {
    const expected = Buffer.from(bytes);
    let right = 0;
    await this.until(() => {
      const came = this.pending;
      const length = Math.min(came.length, expected.length);
      if (came.compare(expected, right, length, right, length) !== 0) return true;
      right = length;
      return right === expected.length;
    }, shown(expected), patience);
    if (right < expected.length) throw this.failure(shown(expected));
    this.take(expected.length);
  }

  /** Awaits the reply to a message that `say()` sent, or in framing chunk the replies to its parts, and nothing besides. */
  hear(text: string): Promise<void> {
    const reply = `Echo: ${text}${this.#ends}`;
    return this.#framing === 'line' ? this.expect(reply) : expectCarried(this, Buffer.from(text), shown(reply));
  }

  /** Says a message and awaits its reply. */
  async exchange(text: string): Promise<void> {
    await this.say(text);
    await this.hear(text);
  }

  /** Awaits the far side's FIN, with nothing before it. */
  async expectFin(): Promise<void> {
    const expected = 'FIN';
    await this.until(() => this.#ending !== 'open' || this.pending.length > 0, expected);
    if (this.pending.length > 0 || this.#ending !== 'fin') throw this.failure(expected);
  }

  /** Awaits the end of the connection, by FIN or by reset, and gives what came before. */
  async untilClosed(): Promise<Buffer> {
    await this.until(() => this.#ending !== 'open', phrases.end);
    return this.pending;
  }

  /** Awaits that nothing is left of the connection: both sides ended, or a reset. */
  async expectGone(expected: Part): Promise<void> {
    await within(this.gone, this.#patience, () => this.failure(expected));
    if (this.#tooMuch) throw this.failure(expected);
  }

  /** Awaits just these bytes, then FIN. */
  async expectLast(bytes: string | Uint8Array): Promise<void> {
    await this.expect(bytes);
    await this.expectFin();
  }

  /** Awaits a condition on what came; checked, and given as long again, whenever something comes or the connection ends. */
  async until(condition: () => boolean, expected: Part, patience = this.#patience): Promise<void> {
    let check = (): void => undefined;
    let timer: NodeJS.Timeout | undefined;
    const met = new Promise<void>((resolve, reject) => {
      timer = setTimeout(() => {
        reject(this.failure(expected, phrases.within(patience)));
      }, patience);
      check = () => {
        timer?.refresh();
        if (this.#tooMuch) reject(this.failure(expected));
        else if (condition()) resolve();
        else if (this.#ending !== 'open') reject(this.failure(expected));
      };
      this.#changed.add(check);
      check();
    });
    try {
      await met;
    } finally {
      clearTimeout(timer);
      this.#changed.delete(check);
    }
  }

  failure(expected: Part, when: Part = ''): ClauseFailure {
    const then = { open: '', fin: phrases.thenFin, reset: phrases.thenReset }[this.#ending];
    const came = this.#tooMuch ? phrases.gotTooMuch(this.#count, this.pending) : joined(phrases.got(this.pending), then);
    return new ClauseFailure(this.#lastSent, expected, joined(came, when));
  }

  get #ends(): string {
    return this.#framing === 'line' ? '\n' : '';
  }

  #end(ending: Ending): void {
    if (this.#ending === 'open') this.#ending = ending;
    this.#change();
  }

  #change(): void {
    for (const check of this.#changed) check();
  }
}
