import { once } from 'node:events';
import { connect as open, type Socket } from 'node:net';
import { ClientError, type Failure } from './failure.ts';

export interface Target {
  readonly host: string;
  readonly port: number;
}

/**
 * Opens a connection.
 *
 * @param timeout in ms; undefined waits as long as the kernel does
 * @throws ClientError
 */
export async function connect(target: Target, timeout: number | undefined): Promise<Socket> {
  const { host, port } = target;
  // Half-open, because the server's FIN is no reason to drop what we still have to read.
  const socket = open({ host, port, noDelay: true, allowHalfOpen: true });
  // A signal takes whole milliseconds alone.
  const signal = timeout === undefined ? undefined : AbortSignal.timeout(Math.ceil(timeout));
  try {
    await once(socket, 'connect', { signal });
    return socket;
  } catch (error) {
    socket.destroy();
    if (timeout !== undefined && signal?.aborted === true) {
      throw new ClientError({ code: 'connect-timeout', host, port, after: timeout });
    }
    throw new ClientError(failureOf(error as NodeJS.ErrnoException, target), { cause: error });
  }
}

function failureOf(error: NodeJS.ErrnoException, { host, port }: Target): Failure {
  switch (error.code) {
    case 'ECONNREFUSED':
      return { code: 'refused', host, port };
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'EADDRNOTAVAIL':
    case 'ETIMEDOUT':
      return { code: 'unreachable', host, port };
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return { code: 'host-not-found', host };
    default:
      return { code: 'connect-failed', host, port, reason: error.code ?? error.message };
  }
}
