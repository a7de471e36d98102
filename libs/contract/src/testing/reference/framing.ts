import { isUtf8 } from 'node:buffer';
import { broken } from './quirks.ts';
import type { Settings } from './settings.ts';

export interface Framed {
  readonly messages: readonly Buffer[];
  readonly fault: string | undefined;
}

const invalid = 'message is not valid UTF-8';

/** Makes messages of what is read, plainly. */
export class Framing {
  readonly #line: boolean;
  readonly #limit: number;
  #held = Buffer.alloc(0);

  constructor({ framing, maxMessageBytes }: Settings) {
    this.#line = framing === 'line';
    this.#limit = broken('limit-less-one') ? maxMessageBytes - 1 : maxMessageBytes;
  }

  push(read: Buffer): Framed {
    const chunk = broken('cuts-reads') ? read.subarray(0, 1_000) : read;
    if (broken('decodes-each-read')) return this.#lines(Buffer.from(chunk.toString()));
    return this.#line && !broken('line-is-a-read') ? this.#lines(chunk) : this.#chunk(chunk);
  }

  /** What the FIN completes. */
  end(): Framed {
    if (broken('drops-unfinished')) return { messages: [], fault: undefined };
    if (broken('adds-a-reply-at-fin')) return { messages: [this.#held], fault: undefined };
    return this.#held.length === 0 ? { messages: [], fault: undefined } : this.#check([this.#held], undefined);
  }

  #chunk(chunk: Buffer): Framed {
    const bytes = Buffer.concat([this.#held, chunk]);
    const awaits = broken('chunk-awaits-lf') && !bytes.includes(0x0a);
    const end = awaits ? 0 : bytes.length - (broken('cuts-characters') ? 0 : unfinished(bytes));
    this.#held = bytes.subarray(end);
    return end === 0 ? { messages: [], fault: undefined } : this.#check([bytes.subarray(0, end)], undefined);
  }

  #lines(chunk: Buffer): Framed {
    const text = Buffer.concat([this.#held, chunk]);
    const bytes = broken('cr-ends-lines') ? Buffer.from(text.toString('latin1').replaceAll(/\r(?!\n)/g, '\n'), 'latin1') : text;
    const messages: Buffer[] = [];
    let start = 0;
    let fault: string | undefined;
    for (;;) {
      const end = bytes.indexOf(0x0a, start);
      const line = bytes.subarray(start, end === -1 ? bytes.length : end);
      const size = broken('limit-in-characters') ? line.toString().length : line.length;
      if (size > this.#limit && !broken('no-limit') && !(broken('limit-at-lf') && end === -1)) {
        fault = `message is longer than ${this.#limit} bytes`;
        break;
      }
      if (end === -1) break;
      messages.push(bytes.subarray(start, end + 1));
      start = end + 1;
    }
    this.#held = bytes.subarray(start);
    return this.#check(broken('few-lines-a-read') ? messages.slice(0, 100) : messages, fault);
  }

  #check(messages: readonly Buffer[], fault: string | undefined): Framed {
    const bad = broken('replaces-invalid') || broken('cuts-characters') ? -1 : messages.findIndex((message) => !isUtf8(message));
    const good = bad === -1 ? messages : messages.slice(0, bad);
    const wrong = bad === -1 ? fault : invalid;
    return { messages: wrong !== undefined && broken('error-drops-earlier') ? [] : good, fault: wrong };
  }
}

/** How many bytes at the end begin a character that is not there yet. */
function unfinished(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) {
      const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return needed > back ? back : 0;
    }
  }
  return 0;
}

/** The reply to a message. */
export function replyTo(message: Buffer): Buffer {
  if (broken('no-prefix')) return message;
  if (broken('skips-empty') && message.toString().trim() === '') return Buffer.alloc(0);
  return Buffer.from(`Echo: ${alter(message.toString('latin1'))}`, 'latin1');
}

function alter(latin1: string): string {
  if (broken('strips-cr')) return latin1.replaceAll('\r', '');
  if (broken('strips-bom')) return latin1.replace('\u00ef\u00bb\u00bf', '');
  if (broken('strips-control')) return latin1.replaceAll(/[\0-\x09\x0b-\x1f]/g, '');
  if (broken('normalises')) return Buffer.from(Buffer.from(latin1, 'latin1').toString().normalize('NFC')).toString('latin1');
  return latin1;
}
