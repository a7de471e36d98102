import { once } from 'node:events';
import type { Server, Socket } from 'node:net';
import { addressOf, listen } from '../listen.ts';
import { Peer } from '#testing';
import { KeptLog } from './kept-log.ts';
import { optionsOf } from './options-of.ts';

export interface SocketPair {
  /** As every server accepts it: paused, half-open allowed. */
  readonly near: Socket;
  readonly far: Peer;
}

/** Both ends of real connections, until `close()`. */
export class SocketPairs {
  readonly #listener: Server;
  readonly #open: Socket[] = [];

  private constructor(listener: Server) {
    this.#listener = listener;
  }

  static async open(): Promise<SocketPairs> {
    return new SocketPairs(await listen(optionsOf(), new KeptLog()));
  }

  async pair(how: { readonly reads?: boolean } = {}): Promise<SocketPair> {
    const accepted = once(this.#listener, 'connection') as Promise<[Socket]>;
    const far = await Peer.connect(addressOf(this.#listener).port, how);
    const [near] = await accepted;
    this.#open.push(near, far.socket);
    return { near, far };
  }

  async close(): Promise<void> {
    for (const socket of this.#open) socket.destroy();
    this.#listener.close();
    await once(this.#listener, 'close');
  }
}
