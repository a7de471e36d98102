import type { Socket } from 'node:net';
import type { AboutConnection, Log } from '#logging';
import { errorLine } from '#protocol';
import { hangUp } from './hang-up.ts';
import type { Seats } from './seats.ts';

/**
 * How many refused clients are read on after their `Error:` line, so that it reaches them. Each holds a descriptor for
 * up to 1 s; in a storm the rest are closed as soon as the line is sent.
 */
const lingeringRefusals = 16;

/** Lets connections in while there are seats, and tells the others that there are none. */
export class Admission {
  readonly #log: Log;
  readonly #seats: Seats;
  #admitted = 0;
  #refused = 0;
  #lingering = 0;

  constructor(log: Log, seats: Seats) {
    this.#log = log;
    this.#seats = seats;
  }

  /**
   * Takes a seat for the connection; undefined where none is left and the client was refused.
   *
   * @param place whose seat, where it is another thread's
   */
  admit(socket: Socket, place?: number): AboutConnection | undefined {
    const about = { connection: this.#admitted + this.#refused + 1, peer: peerOf(socket) };
    if (this.#seats.take(place)) {
      this.#admitted++;
      return about;
    }
    this.#refused++;
    this.#log.emit({ event: 'refused', limit: this.#seats.limit, refused: this.#refused, ...about });
    this.#refuse(socket);
    return undefined;
  }

  #refuse(socket: Socket): void {
    socket.on('error', () => undefined); // It was refused; how it takes that changes nothing.
    socket.write(errorLine({ kind: 'server-full' }));
    if (this.#lingering >= lingeringRefusals) {
      socket.destroySoon();
      return;
    }
    this.#lingering++;
    socket.once('close', () => this.#lingering--);
    hangUp(socket, { patient: false });
  }
}

/** `ADDRESS:PORT`, an IPv6 address in brackets (RFC 5952, section 6); `?` for a peer that is gone already. */
function peerOf({ remoteAddress, remoteFamily, remotePort }: Socket): string {
  if (remoteAddress === undefined || remotePort === undefined) return '?';
  return `${remoteFamily === 'IPv6' ? `[${remoteAddress}]` : remoteAddress}:${remotePort}`;
}
