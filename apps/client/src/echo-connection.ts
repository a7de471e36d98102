import type { Socket } from 'node:net';
import { ClientError, type Failure } from './failure.ts';
import type { Framing } from './framing.ts';
import type { ReplyMatcher } from './reply-matcher.ts';
import { SilenceTimer } from './silence-timer.ts';

/** A reply that came back right. Times are milliseconds since its message was sent. */
export interface Reply {
  readonly message: Uint8Array;
  readonly firstByte: number;
  readonly whole: number;
  /** Into how many pieces the server split the message; 1 with `--framing line`. */
  readonly pieces: number;
}

interface Pending {
  readonly message: Uint8Array;
  readonly matcher: ReplyMatcher;
  readonly sentAt: number;
  firstByteAt: number | undefined;
  readonly resolve: (reply: Reply) => void;
  readonly reject: (error: ClientError) => void;
}

const errorPrefix = Buffer.from('Error: ');

/** How much of a line that is no reply is kept, in bytes. */
const shownBytes = 1_000;

/** Sends messages on one connection and checks every reply, in order. */
export class EchoConnection {
  /** Rejects with the ClientError that ended the connection before `end` did. */
  readonly lost: Promise<never>;
  #lose: (error: ClientError) => void = () => undefined;
  readonly #socket: Socket;
  readonly #framing: Framing;
  readonly #pending: Pending[] = [];
  readonly #timer: SilenceTimer;
  #failure: Failure | undefined;
  /** What came instead of a reply, while it may yet turn out to be an `Error:` line. */
  #stray: Buffer | undefined;
  #ending = false;

  /** @param timeout for each reply, in ms */
  constructor(socket: Socket, framing: Framing, timeout: number | undefined) {
    this.#socket = socket;
    this.#framing = framing;
    this.lost = new Promise((_, reject) => (this.#lose = reject));
    this.lost.catch(() => undefined);
    this.#timer = new SilenceTimer(timeout, (after) => {
      this.#fail({ code: 'reply-timeout', after, received: this.#pending[0]?.matcher.received ?? 0 });
    });
    socket.on('data', (bytes) => {
      this.#receive(bytes as Buffer);
    });
    socket.once('end', () => {
      this.#closed(false);
    });
    socket.once('error', () => {
      this.#closed(true);
    });
  }

  /** How many replies are due. */
  get due(): number {
    return this.#pending.length;
  }

  /**
   * Resolves with the reply. With a framing that pipelines, it may be called again before.
   *
   * @throws ClientError
   */
  send(message: Uint8Array): Promise<Reply> {
    const { promise, resolve, reject } = Promise.withResolvers<Reply>();
    if (this.#failure !== undefined) {
      reject(new ClientError(this.#failure));
      return promise;
    }
    const encoded = this.#framing.encode(message);
    const matcher = this.#framing.expect(encoded);
    this.#pending.push({ message, matcher, sentAt: performance.now(), firstByteAt: undefined, resolve, reject });
    if (this.#pending.length === 1) this.#timer.start();
    // Messages that are sent in one turn of the event loop leave in one write.
    if (!this.#socket.writableCorked) {
      this.#socket.cork();
      process.nextTick(() => {
        this.#socket.uncork();
      });
    }
    this.#socket.write(encoded);
    return promise;
  }

  /** Ends the connection and resolves when it is closed. What the server still says is thrown away. */
  async end(): Promise<void> {
    this.#ending = true;
    this.#timer.stop();
    if (this.#socket.closed) return;
    const closed = new Promise((resolve) => this.#socket.once('close', resolve));
    this.#socket.end();
    // A server that does not end its side after our FIN must not keep us.
    const impatience = setTimeout(() => this.#socket.destroy(), 1_000);
    await closed;
    clearTimeout(impatience);
  }

  #receive(bytes: Buffer): void {
    let rest = bytes;
    while (rest.length > 0 && this.#failure === undefined && !this.#ending) {
      const [pending] = this.#pending;
      if (this.#stray !== undefined || pending === undefined) {
        this.#judge(rest);
        return;
      }
      pending.firstByteAt ??= performance.now();
      const match = pending.matcher.take(rest);
      if (match.kind === 'more') return;
      rest = match.kind === 'whole' ? match.rest : match.from;
      if (match.kind === 'wrong') this.#stray = Buffer.alloc(0);
      else this.#answer(pending);
    }
  }

  #answer(pending: Pending): void {
    this.#pending.shift();
    if (this.#pending.length === 0) this.#timer.stop();
    else this.#timer.start();
    const { message, sentAt, matcher, firstByteAt = sentAt } = pending;
    const whole = performance.now() - sentAt;
    pending.resolve({ message, firstByte: firstByteAt - sentAt, whole, pieces: matcher.pieces });
  }

  /** Tells the server's own `Error:` line from a wrong reply, as soon as enough of it has come. */
  #judge(bytes: Buffer): void {
    const stray = Buffer.concat([this.#stray ?? Buffer.alloc(0), bytes]);
    this.#stray = stray;
    const length = Math.min(stray.length, errorPrefix.length);
    if (stray.compare(errorPrefix, 0, length, 0, length) !== 0) {
      const expected = this.#pending[0]?.matcher.expected.subarray(0, shownBytes) ?? Buffer.alloc(0);
      this.#fail({ code: 'wrong-reply', expected, got: stray.subarray(0, shownBytes) });
      return;
    }
    const end = stray.indexOf('\n');
    if (end !== -1 || stray.length > shownBytes) {
      this.#fail({ code: 'server-error', line: stray.subarray(0, end === -1 ? shownBytes : end) });
    }
  }

  #closed(reset: boolean): void {
    const [pending] = this.#pending;
    if (this.#stray !== undefined && this.#stray.length > errorPrefix.length) {
      this.#fail({ code: 'server-error', line: this.#stray });
    } else if (pending === undefined) {
      this.#fail({ code: 'closed', reset });
    } else {
      const { received, expected } = pending.matcher;
      this.#fail({ code: 'cut-off', reset, received, expected: expected.length });
    }
  }

  #fail(failure: Failure): void {
    if (this.#failure !== undefined || this.#ending) return;
    this.#failure = failure;
    this.#timer.stop();
    for (const { reject } of this.#pending.splice(0)) reject(new ClientError(failure));
    this.#lose(new ClientError(failure));
    this.#socket.destroy();
  }
}
