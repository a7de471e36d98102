import type { Server } from 'node:net';
import { Admission } from './admission.ts';
import type { Connection } from './connection.ts';
import { Connections } from './connections.ts';
import type { ServingContext } from './context.ts';
import { addressOf, listen, type ListenOptions } from './listen.ts';

/**
 * A listener as the sequence of its connections: `for await (const connection of acceptor)`. Node accepts eagerly, so a
 * client never waits in the kernel's queue for long; connections that the loop has not asked for wait here, in the order
 * in which they came, accepted and unread.
 */
export class Acceptor implements AsyncIterable<Connection> {
  /** 0 where the listener is not bound. */
  readonly port: number;
  readonly #listener: Server;
  readonly #connections: Connections;
  readonly #waiting: Connection[] = [];
  #wake: (() => void) | undefined;
  #draining = false;

  private constructor(context: ServingContext, listener: Server, connections: Connections) {
    this.port = listener.listening ? addressOf(listener).port : 0;
    this.#listener = listener;
    this.#connections = connections;
    const admission = new Admission(context);
    listener.on('connection', (socket) => {
      const about = admission.admit(socket);
      if (about === undefined) return;
      context.log.emit({ event: 'accepted', ...about });
      this.#waiting.push(connections.add(socket, about));
      this.#wake?.();
    });
  }

  /** @throws ServerError where the port cannot be bound or the work not be loaded */
  static async listen(context: ServingContext, how: Partial<ListenOptions> = {}): Promise<Acceptor> {
    const connections = await context.createConnections();
    return new Acceptor(context, await listen({ ...context.options, ...how }, context.log), connections);
  }

  /** Takes what a listener emits that somebody else feeds: paused sockets, half open at FIN. It need not be bound. */
  static async of(context: ServingContext, listener: Server): Promise<Acceptor> {
    return new Acceptor(context, listener, await context.createConnections());
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Connection, void> {
    for (;;) {
      const connection = this.#waiting.shift();
      if (connection !== undefined) yield connection;
      else if (this.#draining) return;
      else await new Promise<void>((resolve) => (this.#wake = resolve));
      this.#wake = undefined;
    }
  }

  /** Stops accepting, and ends when the connections have; see `Connections.drain()`. Those that wait are still given. */
  async drain(deadline: AbortSignal): Promise<number> {
    this.#draining = true;
    this.#listener.close();
    this.#wake?.();
    return this.#connections.drain(deadline);
  }
}
