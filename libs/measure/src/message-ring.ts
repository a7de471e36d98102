const prefix = 'Echo: ';
const filler = 'abcdefghijklmnopqrstuvwxyz';

/**
 * The messages of one connection and the replies to them, made once and used round and round. Each carries the
 * connection's number and its own; there are more than are ever in flight, so that no two of those are alike and a
 * reply that is lost, doubled or out of its turn shows.
 *
 * A stretch of either is one slice: nothing is put together while the load runs. For that, the ring is followed by its
 * own beginning.
 */
export class MessageRing {
  readonly requestBytes: number;
  readonly replyBytes: number;
  readonly #count: number;
  readonly #requests: Buffer;
  readonly #replies: Buffer;

  /**
   * @param size bytes of a message, at least 8
   * @param least how many different messages there are at least
   */
  constructor(connection: number, inFlight: number, size: number, least = 64) {
    this.#count = Math.max(least, 2 * inFlight);
    this.requestBytes = size + 1;
    this.replyBytes = size + 1 + prefix.length;
    const messages: string[] = [];
    for (let number = 0; number < this.#count; number++) messages.push(message(connection, number, size));
    messages.push(...messages.slice(0, inFlight + 1));
    this.#requests = Buffer.from(messages.join(''), 'latin1');
    this.#replies = Buffer.from(messages.map((text) => prefix + text).join(''), 'latin1');
  }

  /** `count` messages, at most those in flight, from the message number `from` on. */
  requests(from: number, count: number): Buffer {
    const start = (from % this.#count) * this.requestBytes;
    return this.#requests.subarray(start, start + count * this.requestBytes);
  }

  /** Whether `length` bytes are those that stand at `offset` in the stream of replies. */
  matches(bytes: Uint8Array, length: number, offset: number): boolean {
    const start = offset % (this.#count * this.replyBytes);
    return this.#replies.compare(bytes, 0, length, start, start + length) === 0;
  }

  /** The reply to the message number `number`. */
  reply(number: number): Buffer {
    const start = (number % this.#count) * this.replyBytes;
    return this.#replies.subarray(start, start + this.replyBytes);
  }
}

function message(connection: number, number: number, size: number): string {
  const head = `${connection.toString(36).padStart(3, '0')}.${number.toString(36).padStart(3, '0')}.`;
  const rest = filler.repeat(Math.ceil(size / filler.length));
  return `${head}${rest.slice(0, size - head.length)}\n`;
}
