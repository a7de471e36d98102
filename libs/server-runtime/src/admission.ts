import type { Socket } from 'node:net';
import { type AboutConnection, addressText, type Log } from '#logging';
import { errorLine } from '#protocol';
import type { ServingContext } from './context.ts';
import { hangUp } from './hang-up.ts';
import type { Seats } from './seats.ts';

/** Lets connections in while there are seats, and tells the others that there are none. */
export class Admission {
  readonly #log: Log;
  readonly #seats: Seats;
  /** Whether whom a connection is for is yet to be said: see `--proxy-protocol`. */
  readonly #proxied: boolean;
  #admitted = 0;
  #refused = 0;

  constructor({ log, seats, options }: Pick<ServingContext, 'log' | 'seats' | 'options'>) {
    this.#log = log;
    this.#seats = seats;
    this.#proxied = options.proxyProtocol;
  }

  /**
   * Takes a seat for the connection; undefined where none is left and the client was refused.
   *
   * @param place whose seat, where it is another thread's
   */
  admit(socket: Socket, place?: number): AboutConnection | undefined {
    const about = { connection: this.#admitted + this.#refused + 1, peer: peerOf(socket), ...(this.#proxied && { quiet: true as const }) };
    if (this.#seats.take(place)) {
      this.#admitted++;
      return about;
    }
    this.#refused++;
    this.#log.emit({ event: 'refused', limit: this.#seats.limit, refused: this.#refused, ...about });
    this.#refuse(socket, place);
    return undefined;
  }

  #refuse(socket: Socket, place?: number): void {
    socket.on('error', () => undefined); // It was refused; how it takes that changes nothing.
    socket.write(errorLine({ kind: 'server-full' }));
    if (this.#seats.startLingering(place)) {
      socket.once('close', () => {
        this.#seats.stopLingering(place);
      });
      hangUp(socket, { patient: false });
    } else if (socket.writableLength > 0) socket.destroySoon();
    else socket.destroy(); // The kernel has the line: its descriptor is free before the next client is accepted.
  }
}

/** `?` for a peer that is gone already. */
function peerOf({ remoteAddress, remotePort }: Socket): string {
  if (remoteAddress === undefined || remotePort === undefined) return '?';
  return addressText(remoteAddress, remotePort);
}
