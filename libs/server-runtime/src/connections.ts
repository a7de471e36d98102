import type { Socket } from 'node:net';
import type { AboutConnection, Untold } from '#logging';
import { Connection, type ConnectionSettings } from './connection.ts';

/** The open connections of one process or thread. */
export class Connections {
  readonly #open = new Set<Connection>();
  readonly #settings: ConnectionSettings;
  /** Those that came in this turn of the event loop. */
  #newcomers: Connection[] = [];

  constructor(settings: ConnectionSettings) {
    this.#settings = settings;
  }

  /**
   * Takes a socket in that has its seat already. It waits, unread, until it is served; where that is not in this turn
   * of the event loop, the log says so.
   *
   * @param acceptedAt by `performance.now()`, where that was before now
   * @param untold what the log of the thread that accepted it has held back
   */
  add(socket: Socket, about: AboutConnection, acceptedAt = performance.now(), untold?: Untold): Connection {
    if (untold !== undefined) this.#settings.log.take(about.connection, untold);
    const connection = new Connection(socket, about, this.#settings, this.#open, acceptedAt);
    if (this.#newcomers.push(connection) === 1) {
      setImmediate(() => {
        this.#sayWhoWaits();
      });
    }
    return connection;
  }

  /**
   * Answers what was read and ends every connection, or with `--drain finish` serves each until its client leaves, those
   * that wait included; destroys what is still open when `deadline` aborts.
   *
   * @returns how many had to be destroyed
   */
  async drain(deadline: AbortSignal): Promise<number> {
    let destroyed = 0;
    const destroyAll = (): void => {
      destroyed = this.#open.size;
      for (const connection of this.#open) connection.destroy();
    };
    const closed = Promise.all(Array.from(this.#open, (connection) => connection.closed));
    if (this.#settings.options.drain === 'end') for (const connection of this.#open) connection.drain();
    if (deadline.aborted) destroyAll();
    else deadline.addEventListener('abort', destroyAll, { once: true });
    await closed;
    deadline.removeEventListener('abort', destroyAll);
    return destroyed;
  }

  #sayWhoWaits(): void {
    const newcomers = this.#newcomers.filter((connection) => this.#open.has(connection));
    this.#newcomers = [];
    let ahead = this.#open.size - newcomers.length;
    for (const { waits, about } of newcomers) {
      if (waits) this.#settings.log.emit({ event: 'waiting', ahead, ...about });
      ahead++;
    }
  }
}
