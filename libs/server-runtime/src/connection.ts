import type { Socket } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import type { Meter } from '#admin';
import type { AboutConnection, Log } from '#logging';
import { Batch, createFraming, errorLine, type Fault, type Framing } from '#protocol';
import { ChunkReader, type Reader, type ReadMode } from './chunk-reader.ts';
import { hangUp } from './hang-up.ts';
import { IdleClock } from './idle-clock.ts';
import type { ServerOptions } from './options.ts';
import type { Header } from './proxy-protocol/header.ts';
import type { HeaderFault, HeaderReader } from './proxy-protocol/header-reader.ts';
import type { Seats } from './seats.ts';
import { codeOf } from './server-error.ts';
import type { Work } from './work.ts';

/** How long the work on one connection's messages may keep the event loop from everybody else, ms, but for one message. */
const longestTurnMs = 10;

/** What all connections of a process or thread share. */
export interface ConnectionSettings {
  readonly options: ServerOptions;
  readonly log: Log;
  /** Undefined where nobody asks what it counts. */
  readonly meter: Meter | undefined;
  readonly read: ReadMode;
  /** Undefined for none. */
  readonly work: Work | undefined;
  /** Where the connection has its seat, which it gives back when it closes. */
  readonly seats: Seats;
  /** What reads the header of the PROXY protocol; undefined where none comes. */
  readonly HeaderReader?: typeof HeaderReader | undefined;
}

/** Replies that are ready to be written, and what went wrong after them. */
export type Replies = Pick<Batch, 'replies' | 'size' | 'fault'>;

/**
 * One accepted connection, and the verbs with which a model serves it: begin, read, frame, work, reply, writable, end.
 * Until `begin()` it is left unread. It knows every way in which a connection can end, so that no model has to.
 */
export class Connection {
  /** Of a proxy, until its header says whom the connection is for. */
  about: AboutConnection;
  readonly #socket: Socket;
  #reader: Reader;
  readonly #framing: Framing;
  readonly #settings: ConnectionSettings;
  readonly #open: Set<Connection>;
  readonly #acceptedAt: number;
  #state: 'accepted' | 'serving' | 'hung-up' | 'closed' = 'accepted';
  #begun = false;
  #idle: IdleClock | undefined;
  #sayWritable: (() => void) | undefined;
  #giveUp: (() => void) | undefined;
  #messages = 0;
  #headerBytes = 0;
  /** By `performance.now()`, where there is a meter. */
  #readAt = 0;

  /**
   * @param open the open connections, among which it is until it closes
   * @param acceptedAt by `performance.now()`
   */
  constructor(
    socket: Socket,
    about: AboutConnection,
    settings: ConnectionSettings,
    open: Set<Connection>,
    acceptedAt: number,
  ) {
    this.#socket = socket;
    this.about = about;
    this.#acceptedAt = acceptedAt;
    this.#settings = settings;
    this.#open = open.add(this);
    this.#framing = createFraming(settings.options.framing, settings.options.maxMessageBytes);
    const reader = new ChunkReader(socket, settings.read);
    const { HeaderReader } = settings;
    this.#reader =
      HeaderReader === undefined
        ? reader
        : new HeaderReader(reader, {
            onHeader: (header) => {
              this.#reader = reader;
              this.#onHeader(header);
            },
            onFault: (fault) => {
              this.#onHeaderFault(fault);
            },
          });
    socket.on('error', heard).on('close', () => {
      this.#onClose();
    });
  }

  /** Resolves when the socket is closed, whatever closed it. Never rejects. */
  get closed(): Promise<void> {
    if (this.#state === 'closed') return Promise.resolve();
    return new Promise((resolve) => {
      this.#socket.once('close', () => {
        resolve();
      });
    });
  }

  /** Whether messages cost work; where they don't, their replies are ready at once. */
  get hasWork(): boolean {
    return this.#settings.work !== undefined;
  }

  /** It was accepted and its turn has not come, whoever keeps it from it. */
  get waits(): boolean {
    return this.#state === 'accepted';
  }

  /** Its turn has come: it is read from here on, and the idle clock runs. */
  begin(): void {
    if (this.#state !== 'accepted') return;
    this.#state = 'serving';
    this.#begun = true;
    const { log, seats, HeaderReader } = this.#settings;
    seats.startServing();
    log.emit({ event: 'serving', waited: performance.now() - this.#acceptedAt, ...this.about });
    if (HeaderReader === undefined) this.#startIdleClock(); // A header has a clock of its own.
    this.#socket.resume();
  }

  /** What the next read delivers; undefined when nothing more will come: FIN, a reset, a drain. */
  read(): Promise<Buffer | undefined> {
    return this.#reader.read();
  }

  /** The messages that a read completes; with undefined, what the peer's FIN completes, if that is what came. */
  frame(chunk: Buffer | undefined): Batch {
    if (chunk === undefined && !this.#reader.ended) return Batch.empty;
    const { log, meter } = this.#settings;
    if (meter !== undefined) this.#readAt = performance.now();
    const batch = chunk === undefined ? this.#framing.end() : this.#framing.push(chunk);
    meter?.read(chunk?.length ?? 0, batch.size);
    if (batch.size === 0) return batch;
    this.#messages += batch.size;
    this.#idle?.restart();
    if (log.messages) {
      for (let index = 0; index < batch.size; index++) {
        log.emit({ event: 'received', message: batch.message(index), ...this.about });
      }
    }
    return batch;
  }

  /**
   * Works on the messages of a batch, one after another, and gives their replies: all at once, but where work waits or
   * computes for long, those that are ready first. Where work fails, the messages before are answered and the fault
   * follows them. The idle clock stands still while there is work, not while the peer is to take replies.
   */
  async *work(batch: Batch): AsyncGenerator<Replies, void> {
    const { work, log } = this.#settings;
    let given = 0;
    const upTo = (index: number, fault?: Fault): Replies => {
      const replies = batch.replies.subarray(batch.ends[given - 1] ?? 0, batch.ends[index - 1] ?? 0);
      const size = index - given;
      given = index;
      this.#idle?.restart();
      return { replies, size, fault };
    };
    let turnBegan = performance.now();
    for (let index = 0; index < batch.size && this.#state !== 'closed'; index++) {
      this.#idle?.standStill();
      try {
        const pending = work?.(batch.message(index));
        if (pending !== undefined) {
          const done = this.#unlessClosed(pending);
          // Nobody looks at it while the peer takes what is ready; a rejection must not go unheard until then.
          done.catch(() => undefined);
          if (index > given) yield upTo(index);
          this.#idle?.standStill();
          await done;
        } else if (performance.now() - turnBegan > longestTurnMs) {
          yield upTo(index + 1);
          await setImmediate();
        } else continue;
        turnBegan = performance.now();
      } catch (error) {
        log.emit({ event: 'work-failed', error, ...this.about });
        yield upTo(index, { kind: 'work-failed' });
        return;
      }
    }
    if (batch.size > given || batch.fault !== undefined) yield upTo(batch.size, batch.fault);
  }

  /**
   * Writes replies and, after them, the `Error:` line and the FIN of a fault.
   *
   * @returns false when the peer has yet to take them: await `writable()` before the next read
   */
  reply({ replies, size, fault }: Replies): boolean {
    if (this.#state !== 'serving') return true;
    let taken = true;
    if (replies.length > 0) {
      taken = this.#socket.write(replies);
      const { log, meter } = this.#settings;
      meter?.replied(size, replies.length, this.#readAt);
      if (log.replies) log.emit({ event: 'replied', messages: size, bytes: replies.length, ...this.about });
    }
    if (fault !== undefined) this.#reject(fault);
    return taken;
  }

  /** Resolves when writes are taken again, or the socket is closed: a dead peer never becomes writable. */
  writable(): Promise<void> {
    if (!this.#socket.writableNeedDrain || this.#state === 'closed') return Promise.resolve();
    return new Promise((resolve) => {
      this.#sayWritable = resolve;
      this.#socket.once('drain', resolve);
    });
  }

  /** Nothing is left to reply: our FIN. The idle clock runs on, for a peer that doesn't take the replies. */
  end(): void {
    if (this.#state !== 'serving') return;
    this.#state = 'hung-up';
    this.#reader.discard(); // For a model that ends it before the peer did.
    hangUp(this.#socket, { patient: true });
    this.#socket.once('finish', () => this.#idle?.stop());
  }

  /** Answers what was read and ends; a connection that waits for its turn ends at once. */
  drain(): void {
    if (this.#state === 'accepted') this.#cutOff();
    else if (this.#state === 'serving') this.#reader.stop();
  }

  destroy(): void {
    this.#socket.destroy();
  }

  #onHeader({ length, client, local }: Header): void {
    this.#headerBytes = length;
    const { connection, peer } = this.about;
    if (!local) {
      this.about = { connection, peer: client ?? peer };
      this.#settings.log.emit({ event: 'proxied', via: peer, ...this.about });
    }
    this.#startIdleClock();
  }

  #onHeaderFault(fault: HeaderFault): void {
    this.#settings.log.emit({ event: 'bad-header', fault, ...this.about });
    this.#cutOff();
  }

  #startIdleClock(): void {
    const { idleTimeout } = this.#settings.options;
    if (idleTimeout === undefined) return;
    this.#idle = new IdleClock(idleTimeout, () => {
      this.#timeOut();
    });
  }

  #reject(fault: Fault): void {
    const line = errorLine(fault);
    this.#settings.log.emit({ event: 'rejected', reply: line.toString().trimEnd(), ...this.about });
    this.#socket.write(line);
    this.#cutOff();
  }

  #timeOut(): void {
    this.#settings.log.emit({ event: 'timed-out', after: this.#settings.options.idleTimeout ?? 0, ...this.about });
    this.#cutOff();
  }

  #cutOff(): void {
    this.#state = 'hung-up';
    this.#idle?.stop();
    this.#reader.discard();
    hangUp(this.#socket, { patient: false });
  }

  /** Waits for work no longer than there is somebody to answer, so that nobody waits behind a connection that is gone. */
  #unlessClosed(pending: Promise<void>): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#giveUp = resolve;
      Promise.resolve(pending).then(resolve, reject); // Work of a user may return anything.
    });
  }

  #onClose(): void {
    this.#state = 'closed';
    this.#idle?.stop();
    this.#reader.discard();
    this.#sayWritable?.();
    this.#giveUp?.();
    const { log, seats } = this.#settings;
    if (this.#begun) seats.stopServing();
    seats.release();
    this.#open.delete(this);
    const error = this.#socket.errored;
    const bytes = Math.max(0, this.#socket.bytesRead - this.#headerBytes);
    if (error !== null) log.emit({ event: 'reset', code: codeOf(error), bytes, ...this.about });
    else {
      const lasted = performance.now() - this.#acceptedAt;
      log.emit({ event: 'ended', messages: this.#messages, bytes, lasted, ...this.about });
    }
  }
}

/**
 * From the first moment: a waiting peer may reset, and an 'error' that nobody hears ends the process. What it was, the
 * socket keeps as `errored`.
 */
const heard = (): void => undefined;
