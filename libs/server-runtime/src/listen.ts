import { lookup } from 'node:dns/promises';
import { once } from 'node:events';
import { type AddressInfo, BoundSocket, createServer, type Server } from 'node:net';
import type { Log } from '#logging';
import { logFailedAccepts } from './log-failed-accepts.ts';
import { messages } from './messages.ts';
import type { ServerOptions } from './options.ts';
import { codeOf, ServerError } from './server-error.ts';

/** Idle time after which the kernel asks whether a silent peer is still there, ms (tcp(7), TCP_KEEPIDLE). */
const keepAliveAfterMs = 60_000;

/** Above those of well-known services, below those of outgoing connections. */
const quietPorts = { from: 10_000, count: 22_768 };

export type ListenOptions = Pick<ServerOptions, 'host' | 'port' | 'backlog' | 'lang'> & {
  /** Whether other listeners may share the port (socket(7), SO_REUSEPORT). */
  readonly reusePort?: boolean;
  /** Whether a cluster worker binds for itself rather than through its primary. */
  readonly exclusive?: boolean;
};

/**
 * Binds the port. Accepted sockets come paused, may be half-closed, and send at once what is written.
 *
 * @throws ServerError with the system's code: EADDRINUSE, EACCES, EADDRNOTAVAIL, ENOTFOUND …
 */
export async function listen({ host, port, backlog, reusePort, exclusive, lang }: ListenOptions, log: Log): Promise<Server> {
  const listener = createServer({
    allowHalfOpen: true,
    pauseOnConnect: true,
    noDelay: true,
    keepAlive: true,
    keepAliveInitialDelay: keepAliveAfterMs,
  });
  listener.listen({ host, port, backlog, reusePort: reusePort ?? false, exclusive: exclusive ?? false });
  try {
    await once(listener, 'listening');
  } catch (error) {
    throw new ServerError(codeOf(error), explain(error, { host, port, lang }), { cause: error });
  }
  logFailedAccepts(listener, log);
  return listener;
}

/** The address that a listener is bound to; port 0 has become a real one. */
export function addressOf(listener: Server): AddressInfo {
  const address = listener.address();
  if (address === null || typeof address === 'string') throw new TypeError('the listener is not bound to a TCP port');
  return address;
}

/**
 * Finds out whether the port can be had, and which one 0 stands for, without keeping it and without ever answering on it.
 *
 * For 0 the kernel would give one of those that it also takes for outgoing connections, and one of these might take it
 * before the workers do. So it is one of the ports below, where nobody is by chance (ip(7), ip_local_port_range).
 *
 * @throws ServerError as `listen()`
 */
export async function findPort(options: ListenOptions): Promise<number> {
  if (options.port !== 0) return tryPort(options);
  for (let left = 100; ; left--) {
    try {
      return await tryPort({ ...options, port: quietPorts.from + Math.floor(Math.random() * quietPorts.count) });
    } catch (error) {
      if (left === 0 || codeOf(error) !== 'EADDRINUSE') throw error;
    }
  }
}

/** Binds the port and does not listen, so that nobody can reach it. */
async function tryPort({ host, port, lang }: ListenOptions): Promise<number> {
  try {
    const { address } = await lookup(host);
    new BoundSocket({ host: address, port }).close();
    return port;
  } catch (error) {
    throw new ServerError(codeOf(error), explain(error, { host, port, lang }), { cause: error });
  }
}

/** Where somebody wanted to listen, and the flags that said so. */
interface Place extends Pick<ServerOptions, 'host' | 'port' | 'lang'> {
  readonly flags?: { readonly host: string; readonly port: string };
}

/** Why that cannot be, in one sentence, and what to do. */
export function explain(error: unknown, { host, port, lang, flags = { host: '--host', port: '--port' } }: Place): string {
  const say = messages[lang];
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return say.portInUse(host, port, flags.port);
    case 'EACCES':
      return say.portForbidden(port, flags.port);
    case 'EADDRNOTAVAIL':
    case 'EAFNOSUPPORT':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EINVAL':
      return say.badHost(host, flags.host);
    default:
      return say.cannotListen(host, port, codeOf(error));
  }
}
